package io.keyledger.resourceserver.replica;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether the copy may be believed. Used like an optimistic read lock, as a node's own: take a
 * stamp, look things up, and believe what was found only if the stamp still holds. It holds while
 * the node's loan of trust lasts, and when no change began to be applied since it was taken.
 */
final class Trust {

    private final AtomicLong changes = new AtomicLong();
    private volatile long provenUntil = System.nanoTime();

    long stamp() {
        return changes.get();
    }

    boolean holds(long stamp) {
        return changes.get() == stamp && isProven();
    }

    boolean isProven() {
        return provenUntil - System.nanoTime() > 0;
    }

    /** Called before a change is applied. */
    void changing() {
        changes.incrementAndGet();
    }

    void proveUntil(long nanoTime) {
        provenUntil = nanoTime;
    }
}
