package io.keyledger.server.proof;

import io.keyledger.query.proof.Hash;
import io.keyledger.query.proof.InclusionProof;

/**
 * An entry that is in the tree.
 *
 * @param position in the ledger
 * @param leaf its hash
 * @param root of the tree
 */
public record Included(long position, Hash leaf, Hash root, InclusionProof proof) {}
