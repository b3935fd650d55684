package io.keyledger.query.verification;

/** Waits until a change is in force on every node. */
public interface Confirmations {

    /**
     * Returns when every node with a live lease has taken in the ledger up to {@code position}, or
     * its lease has run out. Waits a little longer than one lease at most.
     *
     * @throws TruthUnavailableException when the nodes cannot be asked
     */
    Confirmation await(long position);
}
