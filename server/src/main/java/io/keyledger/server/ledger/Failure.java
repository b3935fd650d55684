package io.keyledger.server.ledger;

import java.util.OptionalLong;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What the failure of a command means. */
enum Failure {
    /** Somebody else was faster; the same again may succeed, or be refused for a better reason. */
    LOST_A_RACE,
    /** The aggregate has not the version that the caller expects. */
    VERSION_CONFLICT,
    /** The database is away or too slow. */
    UNAVAILABLE,
    /** A refusal, or a defect: the caller gets it as it is. */
    OTHER;

    private static final SqlStates SQL = new SqlStates();

    static Failure of(RuntimeException failure) {
        if (failure instanceof ConflictingAggregateVersionException) {
            return VERSION_CONFLICT;
        }
        if (failure instanceof CannotCreateTransactionException || SqlStates.unavailable(failure)) {
            return UNAVAILABLE;
        }
        return lostARace(failure) ? LOST_A_RACE : OTHER;
    }

    private static boolean lostARace(RuntimeException failure) {
        return failure instanceof ConcurrencyException
                || failure instanceof AggregateStreamCreationException
                || SQL.isDuplicateKeyViolation(failure)
                || SqlStates.lostARace(failure);
    }

    RuntimeException toCaller(RuntimeException failure, OptionalLong expectedVersion) {
        return switch (this) {
            case LOST_A_RACE, VERSION_CONFLICT ->
                    new VersionConflictException(expectedVersion, failure);
            case UNAVAILABLE -> new LedgerUnavailableException(failure);
            case OTHER -> failure;
        };
    }

    static RuntimeException unchecked(Throwable failure) {
        return failure instanceof RuntimeException runtime
                ? runtime
                : new CommandExecutionException("a command failed", failure);
    }
}
