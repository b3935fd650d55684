package io.keyledger.query.verification;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether this node's memory may be believed. Used like an optimistic read lock: take a stamp, look
 * things up, and believe what was found only if the stamp still holds.
 *
 * <p>A stamp holds when the change feed was proven alive within the lease, and when no change began
 * to be applied since the stamp was taken. The second makes what was found belong together: without
 * it a verdict could join a key from before its revocation with a workspace from after its
 * resumption, though at no instant were both so.
 */
final class Trust {

    private final AtomicLong changes = new AtomicLong();
    private volatile long provenUntil = System.nanoTime();

    /** Taken before the first look-up. */
    long stamp() {
        return changes.get();
    }

    /** Asked after the last look-up: a pause of any length between the two is noticed. */
    boolean holds(long stamp) {
        return changes.get() == stamp && isProven();
    }

    /** Whether the feed was proven alive within the lease. */
    boolean isProven() {
        return nanosLeft() > 0;
    }

    /** Time left of the lease; negative when it has run out. */
    long nanosLeft() {
        return provenUntil - System.nanoTime();
    }

    /** Called before a change is applied to any cache. */
    void changing() {
        changes.incrementAndGet();
    }

    /** The feed was alive; what is in memory may be believed until {@code nanoTime}. */
    void proveUntil(long nanoTime) {
        provenUntil = nanoTime;
    }

    /** Nothing in memory may be believed from now on. */
    void withdraw() {
        provenUntil = System.nanoTime();
    }
}
