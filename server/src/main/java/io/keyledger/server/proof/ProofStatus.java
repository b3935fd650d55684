package io.keyledger.server.proof;

import io.keyledger.query.proof.SignedCheckpoint;
import org.jspecify.annotations.Nullable;

/**
 * How far the ledger is proven.
 *
 * @param tip of the tree
 * @param checkpoint the last that was signed; null before the first
 * @param lag how many entries it does not cover, at most: positions that were rolled back count too
 */
public record ProofStatus(Tip tip, @Nullable SignedCheckpoint checkpoint, long lag) {

    static final ProofStatus NOTHING = new ProofStatus(Tip.NOTHING, null, 0);
}
