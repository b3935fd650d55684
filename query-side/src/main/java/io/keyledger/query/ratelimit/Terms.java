package io.keyledger.query.ratelimit;

import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.RateLimits.Window;

/**
 * Limits, and what follows from them.
 *
 * @param smallest the burst of the smallest window: what costs more is never admitted
 * @param roundedOff what a waiting time, which Bucket4j rounds down, may lack of the true one: a
 *     nanosecond, unless each token takes a whole number of them
 */
record Terms(RateLimits limits, long smallest, int roundedOff) {

    static Terms of(RateLimits limits) {
        return new Terms(
                limits,
                limits.windows().stream().mapToLong(Window::burst).min().orElse(Long.MAX_VALUE),
                limits.windows().stream().allMatch(Terms::isEven) ? 0 : 1);
    }

    private static boolean isEven(Window window) {
        return window.per().toNanos() % window.requests() == 0;
    }

    /** How long to wait, never too short, for what Bucket4j says of a refusal. */
    long waiting(long told) {
        return told == 0 ? 0 : told + roundedOff;
    }

    boolean isSeveral() {
        return limits.windows().size() > 1;
    }
}
