package io.keyledger.server.ledger;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL means by an error. */
final class SqlStates implements PersistenceExceptionResolver {

    private static final String UNIQUE_VIOLATION = "23505";

    /** Serialization failure and deadlock: the same again may succeed. */
    private static final Set<String> LOST_A_RACE = Set.of("40001", "40P01");

    /**
     * Connection lost, out of resources, told to stop, timed out waiting, broken disk; read-only.
     */
    private static final Set<String> UNAVAILABLE = Set.of("08", "53", "57", "58");

    private static final Set<String> WAITED_OR_READ_ONLY =
            Set.of("55P03", "25006", "25P03", "25P04");

    /**
     * Axon's own resolver looks for an exception class that the driver never throws, and so a lost
     * race would be an internal error.
     */
    @Override
    public boolean isDuplicateKeyViolation(Exception exception) {
        return any(exception, it -> UNIQUE_VIOLATION.equals(it.getSQLState()));
    }

    static boolean lostARace(Throwable failure) {
        return any(failure, it -> LOST_A_RACE.contains(state(it)));
    }

    static boolean unavailable(Throwable failure) {
        return any(
                failure,
                it ->
                        it instanceof SQLTransientConnectionException
                                || it instanceof SQLRecoverableException
                                || WAITED_OR_READ_ONLY.contains(state(it))
                                || UNAVAILABLE.contains(state(it).substring(0, 2)));
    }

    private static String state(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.length() < 2 ? "--" : state;
    }

    private static boolean any(Throwable failure, Predicate<SQLException> wanted) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .flatMap(it ->
                        Stream.iterate(it, next -> next != null, SQLException::getNextException))
                .anyMatch(wanted);
    }

    static Stream<Throwable> causes(@Nullable Throwable failure) {
        return Stream.iterate(failure, it -> it != null, Throwable::getCause);
    }
}
