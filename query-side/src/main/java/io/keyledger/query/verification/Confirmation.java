package io.keyledger.query.verification;

import java.time.Duration;
import java.util.List;

/**
 * Proof that a change holds everywhere: what a receipt is made of.
 *
 * @param position of the ledger entry that is in force
 * @param nodes every node that could have judged by older truth, in order of name
 * @param waited from the question to the last node's answer
 */
public record Confirmation(long position, List<Node> nodes, Duration waited) {

    public Confirmation {
        nodes = List.copyOf(nodes);
    }

    /** One node and how it is known to hold the change. */
    public record Node(String name, Outcome outcome) {}

    /** Why a node can no longer judge by what was true before. */
    public enum Outcome {
        /** It has said that it took the change in. */
        CONFIRMED,
        /** Its lease has run out: it trusts nothing that it remembers. */
        LEASE_EXPIRED
    }
}
