package io.keyledger.server.ledger;

import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/** One reader of the ledger, used by one thread at a time. */
final class LedgerStream implements BlockingStream<TrackedEventMessage<?>> {

    private static final long NEVER = -1;

    private final EventStorageEngine engine;
    private final LedgerTail tail;
    private @Nullable TrackingToken last;
    private @Nullable TrackedEventMessage<?> next;
    private Iterator<? extends TrackedEventMessage<?>> read = Collections.emptyIterator();
    private boolean atEnd = true;

    /**
     * The wakes that had happened when the end was found; until there is another, it is the end.
     */
    private long wakesAtEnd = NEVER;

    LedgerStream(EventStorageEngine engine, LedgerTail tail, @Nullable TrackingToken after) {
        this.engine = engine;
        this.tail = tail;
        this.last = after;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return advance() ? Optional.ofNullable(next) : Optional.empty();
    }

    /** Reads once more when the time is over: a wake may get lost between nodes. */
    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        if (advance()) {
            return true;
        }
        if (timeout <= 0) {
            return false;
        }
        tail.await(wakesAtEnd, timeout, unit);
        wakesAtEnd = NEVER;
        return advance();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        TrackedEventMessage<?> result = next;
        while (result == null) {
            hasNextAvailable(1, TimeUnit.SECONDS);
            result = next;
        }
        next = null;
        return result;
    }

    /** Makes {@link #next} the next entry, if there is one. */
    private boolean advance() {
        if (next != null) {
            return true;
        }
        if (!hasRead()) {
            return false;
        }
        next = read.next();
        last = next.trackingToken();
        return true;
    }

    private boolean hasRead() {
        long wakes = tail.wakes();
        if (wakes == wakesAtEnd) {
            return false;
        }
        if (atEnd) {
            read = engine.readEvents(last, false).iterator();
        }
        atEnd = !read.hasNext();
        wakesAtEnd = atEnd ? wakes : NEVER;
        return !atEnd;
    }

    @Override
    public void close() {
        read = Collections.emptyIterator();
        atEnd = true;
    }
}
