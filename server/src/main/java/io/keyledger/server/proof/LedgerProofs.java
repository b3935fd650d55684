package io.keyledger.server.proof;

import io.keyledger.query.paging.Cursor;
import io.keyledger.query.paging.Page;
import io.keyledger.query.proof.CheckpointKey;
import io.keyledger.query.proof.ConsistencyProof;
import io.keyledger.query.proof.Hash;
import io.keyledger.query.proof.MerkleTree;
import io.keyledger.query.proof.SignedCheckpoint;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Proves what the ledger was, from the stored tree. */
public final class LedgerProofs {

    private final TreeTable tree;
    private final CheckpointTable checkpoints;
    private final LedgerRows ledger;
    private final CheckpointKeys keys;

    LedgerProofs(JdbcClient jdbc, CheckpointKeys keys) {
        this.tree = new TreeTable(jdbc);
        this.checkpoints = new CheckpointTable(jdbc);
        this.ledger = new LedgerRows(jdbc);
        this.keys = keys;
    }

    /** Which ledger this is. */
    public String origin() {
        return checkpoints.origin();
    }

    /** The public keys that checkpoints are signed with. */
    public List<CheckpointKey> keys() {
        return keys.known();
    }

    /** How far the ledger is proven. */
    public ProofStatus status() {
        SignedCheckpoint last = checkpoints.last().flatMap(StoredCheckpoint::read).orElse(null);
        long covered = last == null ? 0 : last.checkpoint().position();
        return new ProofStatus(tree.tip(), last, ledger.behind(covered));
    }

    /** Checkpoints, the largest first. */
    public Page<StoredCheckpoint> checkpoints(Cursor after, int limit) {
        long before = after.equals(Cursor.START) ? Long.MAX_VALUE : after.position();
        return Page.of(checkpoints.before(before, limit + 1), limit, StoredCheckpoint::size);
    }

    /** The checkpoint of exactly this size. */
    public Optional<StoredCheckpoint> checkpoint(long size) {
        return checkpoints.at(size);
    }

    /** How many leaves the tree has. */
    public long size() {
        return tree.tip().size();
    }

    /** The root that the tree had at a size. */
    public Hash root(long size) {
        return new MerkleTree(new StoredNodes(tree)).root(size);
    }

    /**
     * That the entry at a position is in the tree of a size; nothing when the tree does not have
     * it, or not yet at that size.
     */
    public Optional<Included> inclusion(long position, long size) {
        MerkleTree merkle = new MerkleTree(new StoredNodes(tree));
        return tree.leafAt(position)
                .filter(leaf -> leaf.index() < size)
                .map(leaf ->
                        new Included(
                                position,
                                leaf.hash(),
                                merkle.root(size),
                                merkle.inclusion(leaf.index(), size)));
    }

    /** That the tree of one size is the beginning of that of another. */
    public ConsistencyProof consistency(long from, long to) {
        return new MerkleTree(new StoredNodes(tree)).consistency(from, to);
    }
}
