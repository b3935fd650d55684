package io.keyledger.server.signin;

import io.keyledger.server.page.PageProblem;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Bounds what password hashing costs: it is slow and needs memory on purpose, and anybody can ask
 * for it. So many at once, so many who wait, and the rest is told to come back.
 */
final class HashingGate {

    static final int MOST_WAITING = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore atOnce;
    private final Semaphore places;

    HashingGate(int atOnce) {
        this.atOnce = new Semaphore(atOnce, true);
        this.places = new Semaphore(atOnce + MOST_WAITING);
    }

    /** Whether there is a place to wait at. */
    boolean isOpen() {
        return places.availablePermits() > 0;
    }

    <T> T pass(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw PageProblem.unavailable();
        }
        try {
            return inTurn(work);
        } finally {
            places.release();
        }
    }

    private <T> T inTurn(Supplier<T> work) {
        awaitTurn();
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }

    private void awaitTurn() {
        try {
            if (!atOnce.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw PageProblem.unavailable();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw PageProblem.unavailable();
        }
    }
}
