package io.keyledger.command.snapshot;

/**
 * An aggregate that has very many events and remembers little of them. It handles a snapshot as if
 * it were its first event, and is then as if it had handled all those before.
 */
public interface Snapshotted {

    /** All that the aggregate remembers of its events. */
    Object snapshot();
}
