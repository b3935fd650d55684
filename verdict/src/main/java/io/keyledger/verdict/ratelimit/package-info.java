/** Rate limits as the decision sees them: a budget to spend from, wherever it is kept. */
@NullMarked
package io.keyledger.verdict.ratelimit;

import org.jspecify.annotations.NullMarked;
