package io.keyledger.query.inventory;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;

/**
 * Where in the ledger an event stands.
 *
 * @param position in the whole ledger
 * @param version in the history of its aggregate, from 0
 */
record Entry(Instant at, long position, long version) {

    static Entry of(DomainEventMessage<?> event, TrackingToken token) {
        return new Entry(
                event.getTimestamp(), token.position().orElseThrow(), event.getSequenceNumber());
    }
}
