package io.keyledger.server.problem;

import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.query.verification.TruthUnavailableException;
import io.keyledger.server.idempotency.IdempotencyConflict;
import io.keyledger.server.ledger.LedgerUnavailableException;
import io.keyledger.server.ledger.VersionConflictException;
import io.keyledger.server.reveal.RevealKeyMissingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns what was thrown into what is told. Nothing of an exception's own words gets out. */
@RestControllerAdvice
final class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(CommandRejected rejected) {
        return answer(Problems.of(rejected));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ProblemException problem) {
        ProblemDetail told = Problems.of(problem.code(), problem.detail(), problem.field());
        return problem.patience() == null
                ? answer(told)
                : ResponseEntity.status(told.getStatus())
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .header(
                                HttpHeaders.RETRY_AFTER,
                                Long.toString(problem.patience().toSeconds() + 1))
                        .body(told);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(IdempotencyConflict conflict) {
        return switch (conflict.kind()) {
            case IN_PROGRESS -> answer(Problems.of(ProblemCode.IDEMPOTENCY_IN_PROGRESS));
            case DIFFERENT_REQUEST -> answer(Problems.of(ProblemCode.IDEMPOTENCY_KEY_REUSED));
            case SEALED_FOR_ANOTHER_SECRET -> answer(Problems.of(ProblemCode.IDEMPOTENCY_SEALED));
        };
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(VersionConflictException conflict) {
        return answer(
                Problems.of(
                        conflict.expected().isPresent()
                                ? ProblemCode.VERSION_MISMATCH
                                : ProblemCode.CONFLICT));
    }

    @ExceptionHandler({
        LedgerUnavailableException.class,
        TruthUnavailableException.class,
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<ProblemDetail> unavailable(Exception cause) {
        log.warn("the ledger cannot be reached: {}", cause.getMessage());
        return answer(Problems.of(ProblemCode.UNAVAILABLE));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RevealKeyMissingException missing) {
        log.warn("a reveal key is missing: {}", missing.getMessage());
        return answer(Problems.of(ProblemCode.REVEAL_KEY_MISSING));
    }

    /** On its way out it cuts the connection. */
    @ExceptionHandler
    @SuppressWarnings("DoNotCallSuggester") // nobody but Spring calls it
    void brokenOff(BrokenOff cause) {
        throw cause;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(Exception cause) {
        log.error("a request failed", cause);
        return answer(Problems.of(ProblemCode.INTERNAL));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.getStatus())
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.getStatus() == 503 || problem.getStatus() == 409) {
            answer.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return answer.body(problem);
    }
}
