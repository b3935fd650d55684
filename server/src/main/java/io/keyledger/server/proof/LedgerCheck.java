package io.keyledger.server.proof;

import io.keyledger.query.proof.Frontier;
import io.keyledger.query.proof.Hash;
import io.keyledger.query.proof.LedgerRow;
import io.keyledger.server.proof.Difference.Kind;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One verification: computes the tree anew from the entries, and compares it with everything that
 * was kept of it. Ends at the first difference. It holds some hundred rows at a time.
 */
final class LedgerCheck {

    private final Scope scope;
    private final Rows rows;
    private final Leaves leaves;
    private final StoredNodesCheck nodes;
    private final CheckpointCheck checkpoints;
    private final LongFunction<@Nullable String> named;
    private final Frontier frontier = Frontier.empty();

    /**
     * @param named the id of the entry that stood at a position, where something else remembers it
     */
    LedgerCheck(
            Scope scope,
            LedgerRows ledger,
            TreeTable tree,
            CheckpointCheck checkpoints,
            LongFunction<@Nullable String> named) {
        this.scope = scope;
        this.rows = new Rows(ledger, scope.tip().position());
        this.leaves = new Leaves(tree, scope.tip().size());
        this.nodes = new StoredNodesCheck(tree);
        this.checkpoints = checkpoints;
        this.named = named;
    }

    /**
     * The first difference; null when there is none.
     *
     * @param progress is told how many entries are compared
     */
    @Nullable Difference first(LongConsumer progress) {
        while (frontier.size() < scope.tip().size()) {
            Difference difference = next();
            if (difference != null) {
                return difference;
            }
            progress.accept(frontier.size());
        }
        return checkpoints.beyond(scope);
    }

    private @Nullable Difference next() {
        long index = frontier.size();
        Leaf leaf = leaves.next(index);
        LedgerRow row = rows.peek();
        if (leaf == null) {
            return tree(row, "The stored tree lacks leaf %d.".formatted(index));
        }
        if (row == null || row.position() > leaf.position()) {
            return missing(leaf);
        }
        if (row.position() < leaf.position()) {
            return entry(
                    Kind.ENTRY_INSERTED,
                    row,
                    "The entry at position %d stands among others that were there before it.");
        }
        Hash computed = row.leaf();
        if (!computed.equals(leaf.hash())) {
            return entry(
                    Kind.ENTRY_CHANGED,
                    row,
                    "The entry at position %d is not what it was when it was appended.");
        }
        rows.next();
        frontier.append(computed, nodes::compare);
        String node = nodes.difference();
        return node != null
                ? tree(row, node)
                : checkpoints.at(frontier.size(), row.position(), frontier::root);
    }

    private Difference missing(Leaf leaf) {
        return new Difference(
                Kind.ENTRY_MISSING,
                leaf.position(),
                named.apply(leaf.position()),
                checkpoints.next(),
                "The entry at position %d is missing.".formatted(leaf.position()));
    }

    private Difference entry(Kind kind, LedgerRow row, String text) {
        return new Difference(
                kind,
                row.position(),
                row.event(),
                checkpoints.next(),
                text.formatted(row.position()));
    }

    private Difference tree(@Nullable LedgerRow row, String text) {
        return new Difference(
                Kind.TREE_CHANGED,
                row == null ? null : row.position(),
                row == null ? null : row.event(),
                checkpoints.next(),
                text);
    }
}
