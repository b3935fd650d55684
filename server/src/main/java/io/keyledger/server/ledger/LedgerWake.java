package io.keyledger.server.ledger;

/** Wakes the streaming processors of this node. */
public interface LedgerWake {

    /**
     * Says that the ledger may have grown. Commits of this node call it; the change feed calls it
     * for those of other nodes. Cheap, never blocks for long, and harmless when nothing has
     * happened.
     */
    void wake();
}
