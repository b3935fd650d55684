package io.keyledger.server.proof;

import io.keyledger.query.proof.Checkpoint;
import io.keyledger.query.proof.Frontier;
import io.keyledger.query.proof.LedgerRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Grows the tree by what was appended to the ledger, and signs checkpoints of it.
 *
 * <p>The ledger is appended to in the order of commits, so whatever stands behind the last entry
 * that was taken in is new. One node at a time does it, by an advisory lock; and if the lock were
 * no lock, two that grow from the same size would name the same rows, and one of them fail.
 */
final class TreeExtension {

    /** “proof” in ASCII; the only advisory lock of this kind. */
    private static final long LOCK = 0x70_726f_6f66L;

    /** A checkpoint is due so long after the last one, though there is more to take in. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final TransactionOperations transactions;
    private final JdbcClient jdbc;
    private final LedgerRows ledger;
    private final TreeTable tree;
    private final CheckpointTable checkpoints;
    private final CheckpointKeys keys;
    private final Clock clock;
    private final int batch;

    /**
     * @param batch how many entries are taken in at once, at most
     */
    TreeExtension(
            TransactionOperations transactions,
            JdbcClient jdbc,
            CheckpointKeys keys,
            Clock clock,
            int batch) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.ledger = new LedgerRows(jdbc);
        this.tree = new TreeTable(jdbc);
        this.checkpoints = new CheckpointTable(jdbc);
        this.keys = keys;
        this.clock = clock;
        this.batch = batch;
    }

    /**
     * Takes in what is new, up to some number of entries.
     *
     * @return whether there may be more
     */
    boolean extend() {
        return Boolean.TRUE.equals(transactions.execute(_ -> isOurTurn() && extendAlone()));
    }

    private boolean isOurTurn() {
        return jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }

    /** The same, by whoever is not alone: the keys of the tables keep the tree one. */
    boolean extendAlone() {
        Tip tip = tree.tip();
        List<LedgerRow> rows = ledger.after(tip.position(), batch);
        boolean more = rows.size() == batch;
        Tip grown = rows.isEmpty() ? tip : grow(tip, rows);
        if (isDue(grown, more)) {
            sign(grown);
        }
        return more;
    }

    private Tip grow(Tip tip, List<LedgerRow> rows) {
        Frontier frontier = Frontier.of(tip.size(), new StoredNodes(tree));
        List<Leaf> leaves = new ArrayList<>();
        for (LedgerRow row : rows) {
            Leaf leaf = new Leaf(frontier.size(), row.position(), row.leaf());
            leaves.add(leaf);
            frontier.append(
                    leaf.hash(),
                    (level, index, hash) -> {
                        if (level > 0 && level % TreeTable.HEIGHT == 0) {
                            tree.addNode(level, index, hash);
                        }
                    });
        }
        tree.add(leaves);
        return new Tip(frontier.size(), leaves.getLast().position());
    }

    private boolean isDue(Tip tip, boolean more) {
        if (keys.known().isEmpty() || tip.size() == 0) {
            return false;
        }
        StoredCheckpoint last = checkpoints.last().orElse(null);
        return last == null || (last.size() < tip.size() && (!more || isOld(last)));
    }

    private boolean isOld(StoredCheckpoint last) {
        Instant before = clock.instant().minus(LONGEST);
        return last.read().map(it -> it.checkpoint().at().isBefore(before)).orElse(true);
    }

    private void sign(Tip tip) {
        Frontier frontier = Frontier.of(tip.size(), new StoredNodes(tree));
        Checkpoint checkpoint =
                new Checkpoint(
                        checkpoints.origin(),
                        tip.size(),
                        frontier.root(),
                        clock.instant(),
                        tip.position());
        keys.sign(checkpoint).ifPresent(checkpoints::add);
    }
}
