package io.keyledger.server.console.frame;

import io.keyledger.server.idempotency.IdempotencyConflict;
import io.keyledger.server.idempotency.IdempotencyConflict.Kind;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Whoever clicks twice sends a form twice, and is shown the second answer: that has to wait for the
 * first, which has the secret.
 */
public final class DoubleClick {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private DoubleClick() {}

    /** Asks again for as long as the same form is being worked on. */
    public static <T> T patiently(Supplier<T> taking) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return taking.get();
            } catch (IdempotencyConflict conflict) {
                if (conflict.kind() != Kind.IN_PROGRESS || System.nanoTime() - deadline > 0) {
                    throw conflict;
                }
                pause(conflict);
            }
        }
    }

    private static void pause(IdempotencyConflict conflict) {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw conflict;
        }
    }
}
