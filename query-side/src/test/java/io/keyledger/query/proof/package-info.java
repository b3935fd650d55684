/** Tests of the tree, its proofs and checkpoints. */
@NullMarked
package io.keyledger.query.proof;

import org.jspecify.annotations.NullMarked;
