package io.keyledger.server.ledger;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.AbstractEventProcessor;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/**
 * Hands entries of the ledger to the handlers of a projection once more, in the transaction of the
 * caller. The projection itself goes on and hears nothing of it.
 */
public final class LedgerReplay {

    private final EventStorageEngine engine;
    private final EventProcessingConfiguration processing;

    LedgerReplay(EventStorageEngine engine, EventProcessingConfiguration processing) {
        this.engine = engine;
        this.processing = processing;
    }

    /** The entries in a part of the ledger, in their order, at most so many. */
    public Entries read(long after, long upTo, int limit) {
        try (Stream<? extends TrackedEventMessage<?>> stored =
                engine.readEvents(GapAwareTrackingToken.newInstance(after, Set.of()), false)) {
            return new Entries(
                    stored.takeWhile(it -> position(it) <= upTo)
                            .limit(limit)
                            .<TrackedEventMessage<?>>map(it -> it)
                            .toList(),
                    upTo,
                    limit);
        }
    }

    /** Handles entries as the projection handles them. */
    public void handle(String projection, Entries entries) {
        EventHandlerInvoker handlers =
                processing
                        .eventProcessor(projection, AbstractEventProcessor.class)
                        .orElseThrow()
                        .eventHandlerInvoker();
        for (TrackedEventMessage<?> entry : entries.messages) {
            handle(handlers, entry);
        }
    }

    private static void handle(EventHandlerInvoker handlers, TrackedEventMessage<?> entry) {
        try {
            if (handlers.canHandle(entry, Segment.ROOT_SEGMENT)) {
                handlers.handle(entry, Segment.ROOT_SEGMENT);
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("entry %d failed".formatted(position(entry)), e);
        }
    }

    private static long position(TrackedEventMessage<?> entry) {
        return entry.trackingToken().position().orElseThrow();
    }

    /** A piece of the ledger. */
    public static final class Entries {

        private final List<TrackedEventMessage<?>> messages;
        private final long upTo;
        private final int limit;

        private Entries(List<TrackedEventMessage<?>> messages, long upTo, int limit) {
            this.messages = messages;
            this.upTo = upTo;
            this.limit = limit;
        }

        public int count() {
            return messages.size();
        }

        /** The position that whoever has handled them has reached. */
        public long last() {
            return messages.size() < limit ? upTo : position(messages.getLast());
        }
    }
}
