package io.keyledger.server.controlplane.audit;

import io.keyledger.query.paging.Cursor;
import io.keyledger.query.paging.Page;
import io.keyledger.query.proof.CheckpointKey;
import io.keyledger.query.proof.SignedCheckpoint;
import io.keyledger.server.proof.LedgerProofs;
import io.keyledger.server.proof.ProofStatus;
import io.keyledger.server.proof.StoredCheckpoint;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the ledger is proven.
 *
 * @param origin which ledger; the first line of its checkpoints
 * @param size how many entries are in the tree
 * @param position in the ledger of the last of them
 * @param lag how many entries no checkpoint covers yet, at most
 * @param keys the public keys, as tools for signed notes take them
 * @param items checkpoints, the largest first
 * @param next send it as {@code cursor} for the next page; absent on the last
 */
record CheckpointsAnswer(
        String origin,
        long size,
        long position,
        long lag,
        List<String> keys,
        List<Item> items,
        @Nullable String next) {

    static CheckpointsAnswer of(LedgerProofs proofs, Page<StoredCheckpoint> page) {
        ProofStatus status = proofs.status();
        Cursor next = page.next();
        return new CheckpointsAnswer(
                proofs.origin(),
                status.tip().size(),
                status.tip().position(),
                status.lag(),
                proofs.keys().stream().map(CheckpointKey::published).toList(),
                page.items().stream().map(Item::of).toList(),
                next == null ? null : next.encoded());
    }

    /**
     * A checkpoint.
     *
     * @param root of the tree, in base64; null where the note cannot be read
     * @param position in the ledger of the last entry
     * @param note what was signed, with the signature: C2SP signed-note
     */
    record Item(
            long size,
            @Nullable String root,
            @Nullable Long position,
            @Nullable Instant at,
            @Nullable String key,
            String note) {

        static Item of(StoredCheckpoint stored) {
            SignedCheckpoint read = stored.read().orElse(null);
            return read == null
                    ? new Item(stored.size(), null, null, null, null, stored.note())
                    : new Item(
                            stored.size(),
                            read.checkpoint().root().base64(),
                            read.checkpoint().position(),
                            read.checkpoint().at(),
                            read.keyId(),
                            stored.note());
        }
    }
}
