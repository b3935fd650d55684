package io.keyledger.server.proof;

import io.keyledger.query.proof.Hash;

/**
 * A leaf as the tree has it.
 *
 * @param position of the entry in the ledger
 */
record Leaf(long index, long position, Hash hash) {}
