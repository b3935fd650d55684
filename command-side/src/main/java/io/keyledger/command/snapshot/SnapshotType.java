package io.keyledger.command.snapshot;

import io.keyledger.api.ledger.EventName;

/**
 * The snapshots of one sort of aggregate.
 *
 * @param aggregate whose snapshots they are
 * @param idPrefix that the ids of such aggregates have, and no others
 * @param type of a snapshot
 * @param name that snapshots are stored under; a snapshot of another revision is passed over, and
 *     made anew from the events
 */
public record SnapshotType(
        Class<? extends Snapshotted> aggregate, String idPrefix, Class<?> type, EventName name) {

    public boolean isOf(String aggregateId) {
        return aggregateId.startsWith(idPrefix);
    }
}
