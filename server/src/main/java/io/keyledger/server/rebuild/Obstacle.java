package io.keyledger.server.rebuild;

import java.sql.SQLException;
import java.util.stream.Stream;

/** Why a rebuild does not go on, for those who look at it. */
final class Obstacle {

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final int LONGEST = 500;

    private Obstacle() {}

    static String of(Throwable failure) {
        if (isReader(failure)) {
            return "Somebody reads the old tables for long. The switch waits until that is over.";
        }
        String said = String.valueOf(root(failure));
        return said.substring(0, Math.min(LONGEST, said.length()));
    }

    private static boolean isReader(Throwable failure) {
        return root(failure) instanceof SQLException sql
                && LOCK_NOT_AVAILABLE.equals(sql.getSQLState());
    }

    private static Throwable root(Throwable failure) {
        return Stream.iterate(failure, it -> it != null, Throwable::getCause)
                .reduce((_, cause) -> cause)
                .orElse(failure);
    }
}
