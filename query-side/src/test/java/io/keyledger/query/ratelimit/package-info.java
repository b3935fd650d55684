/** Holds the local rate limiter to its word, on a clock that a test moves. */
@NullMarked
package io.keyledger.query.ratelimit;

import org.jspecify.annotations.NullMarked;
