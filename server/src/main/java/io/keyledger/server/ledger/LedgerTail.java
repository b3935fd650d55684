package io.keyledger.server.ledger;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as a stream that waits at its end. Streaming processors read from here instead of from
 * Axon's embedded store, whose shared reader polls once a second and, when an entry cannot be read,
 * logs that and leaves its processors looking healthy: here they are woken by {@link #wake()}, and
 * get the error.
 */
final class LedgerTail implements StreamableMessageSource<TrackedEventMessage<?>>, LedgerWake {

    private final EventStorageEngine engine;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition appended = lock.newCondition();
    private final AtomicLong wakes = new AtomicLong();

    LedgerTail(EventStorageEngine engine) {
        this.engine = engine;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new LedgerStream(engine, this, token);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return engine.createTailToken();
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return engine.createHeadToken();
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant instant) {
        return engine.createTokenAt(instant);
    }

    @Override
    public void wake() {
        lock.lock();
        try {
            wakes.incrementAndGet();
            appended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How often the tail was woken. Who compares it with {@link #await} misses no wake. */
    long wakes() {
        return wakes.get();
    }

    /** Waits until the tail has been woken more often than {@code seen}, or the time is over. */
    void await(long seen, long timeout, TimeUnit unit) throws InterruptedException {
        long left = unit.toNanos(timeout);
        lock.lockInterruptibly();
        try {
            while (wakes.get() == seen && left > 0) {
                left = appended.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
