package io.keyledger.server.controlplane.hub;

import io.keyledger.command.profile.InvalidHubProfileException;
import io.keyledger.command.profile.ProfileProblem;
import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.Problems;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells every mistake in a profile, each with its line and its cure. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProfileAdvice {

    private static final int MOST_LISTED = 100;

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidHubProfileException invalid) {
        List<ProfileProblem> problems = invalid.problems();
        ProblemDetail problem =
                Problems.of(
                        ProblemCode.HUB_PROFILE_INVALID,
                        problems.size() == 1
                                ? "The profile has a mistake, and was not published."
                                : "The profile has %d mistakes, and was not published."
                                        .formatted(problems.size()),
                        null);
        problem.setProperty(
                "errors", problems.stream().limit(MOST_LISTED).map(Mistake::of).toList());
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /**
     * One mistake.
     *
     * @param line and {@code column} count from 1; both are 0 when the profile as a whole is meant
     * @param detail what is wrong, and what to do
     */
    record Mistake(int line, int column, String detail) {

        static Mistake of(ProfileProblem problem) {
            return new Mistake(problem.line(), problem.column(), problem.text());
        }
    }
}
