/**
 * What proves that the ledger is what it was: a Merkle tree over its entries, and signed statements
 * of how far it had grown. Pure functions; whoever has the rows can compute all of it again.
 */
@NullMarked
package io.keyledger.query.proof;

import org.jspecify.annotations.NullMarked;
