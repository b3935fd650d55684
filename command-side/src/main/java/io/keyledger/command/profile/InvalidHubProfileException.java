package io.keyledger.command.profile;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Hub profiles that cannot be used, with every mistake that was found in them. */
public final class InvalidHubProfileException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final transient List<ProfileProblem> problems;

    InvalidHubProfileException(List<ProfileProblem> problems) {
        super(describe(problems));
        this.problems = List.copyOf(problems);
    }

    /** At least one, in the order of files and lines. */
    public List<ProfileProblem> problems() {
        return problems;
    }

    private static String describe(List<ProfileProblem> problems) {
        String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        return problems.stream()
                .map(ProfileProblem::toString)
                .collect(Collectors.joining("\n  ", count + " in hub profiles:\n  ", ""));
    }
}
