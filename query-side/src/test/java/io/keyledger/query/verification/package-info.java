/** Holds verification to its word: the cache, the tables, the channel and the lease. */
@NullMarked
package io.keyledger.query.verification;

import org.jspecify.annotations.NullMarked;
