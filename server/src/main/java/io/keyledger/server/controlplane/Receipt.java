package io.keyledger.server.controlplane;

import io.keyledger.query.verification.Confirmation;
import java.util.List;
import java.util.Locale;

/**
 * What a change is answered with: since when it holds, and everywhere.
 *
 * @param position of the ledger entry that is in force
 * @param nodes every node that could have judged by older truth
 * @param waitedMillis until the last of them had taken it in
 */
public record Receipt(long position, List<Node> nodes, double waitedMillis) {

    private static final double NANOS_PER_MILLI = 1_000_000.0;

    /** In the form that callers get. */
    public static Receipt of(Confirmation confirmation) {
        return new Receipt(
                confirmation.position(),
                confirmation.nodes().stream().map(Node::of).toList(),
                confirmation.waited().toNanos() / NANOS_PER_MILLI);
    }

    /**
     * A node, and how it is known to judge by the change.
     *
     * @param outcome {@code confirmed} or {@code lease_expired}
     */
    public record Node(String name, String outcome) {

        static Node of(Confirmation.Node node) {
            return new Node(node.name(), node.outcome().name().toLowerCase(Locale.ROOT));
        }
    }
}
