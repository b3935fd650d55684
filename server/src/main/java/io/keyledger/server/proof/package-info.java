/**
 * Keeps the Merkle tree over the ledger, signs checkpoints of it, and verifies the ledger by it.
 */
@NullMarked
package io.keyledger.server.proof;

import org.jspecify.annotations.NullMarked;
