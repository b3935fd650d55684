/** Keeps the budgets of rate limits in this node's memory. */
@NullMarked
package io.keyledger.query.ratelimit;

import org.jspecify.annotations.NullMarked;
