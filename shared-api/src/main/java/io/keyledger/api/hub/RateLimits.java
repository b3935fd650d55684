package io.keyledger.api.hub;

import java.time.Duration;
import java.util.List;

/**
 * Token buckets that a request must pass, all of them.
 *
 * @param windows independent budgets; a request is admitted only when each has room. Empty when
 *     nothing is limited, as a plan without limits beside limited ones is
 */
public record RateLimits(CountedPer countedPer, List<Window> windows, HeaderStyle headers) {

    public RateLimits {
        windows = List.copyOf(windows);
    }

    /** Whose requests share one budget. */
    public enum CountedPer {
        CREDENTIAL,
        WORKSPACE
    }

    /** How the state of the budgets is told to the client. */
    public enum HeaderStyle {
        /** {@code X-RateLimit-*} with a reset in Unix seconds. */
        X_RATELIMIT_UNIX,
        /** {@code X-RateLimit-*} with a reset in seconds from now. */
        X_RATELIMIT_DELTA,
        /** {@code RateLimit-Policy} and {@code RateLimit} of the IETF draft. */
        IETF,
        NONE
    }

    /**
     * One budget: {@code requests} are refilled evenly over {@code per}.
     *
     * @param burst the most tokens that the bucket holds; at least 1
     */
    public record Window(long requests, Duration per, long burst) {}
}
