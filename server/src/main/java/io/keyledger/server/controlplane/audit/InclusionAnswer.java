package io.keyledger.server.controlplane.audit;

import io.keyledger.query.proof.Hash;
import io.keyledger.server.proof.Included;
import io.keyledger.server.proof.StoredCheckpoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proof that an entry is in the ledger.
 *
 * @param position of the entry
 * @param index of its leaf, from 0
 * @param size of the tree
 * @param leaf the hash of the leaf; this and the others in base64
 * @param path the hashes beside the way to the root, the lowest first
 * @param checkpoint the signed note of this size; absent when there is none
 */
record InclusionAnswer(
        long position,
        long index,
        long size,
        String leaf,
        List<String> path,
        String root,
        @Nullable String checkpoint) {

    static InclusionAnswer of(Included included, @Nullable StoredCheckpoint checkpoint) {
        return new InclusionAnswer(
                included.position(),
                included.proof().index(),
                included.proof().size(),
                included.leaf().base64(),
                included.proof().path().stream().map(Hash::base64).toList(),
                included.root().base64(),
                checkpoint == null ? null : checkpoint.note());
    }
}
