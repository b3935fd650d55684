/** Tests of how the ledger is proven, against a real database. */
@NullMarked
package io.keyledger.server.proof;

import org.jspecify.annotations.NullMarked;
