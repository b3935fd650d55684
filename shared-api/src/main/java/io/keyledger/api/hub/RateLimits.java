package io.keyledger.api.hub;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

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
        /** Both, for clients that are yet to learn of the draft. */
        X_RATELIMIT_UNIX_AND_IETF,
        /** Both, for clients that are yet to learn of the draft. */
        X_RATELIMIT_DELTA_AND_IETF,
        NONE
    }

    /**
     * One budget: {@code requests} are refilled evenly over {@code per}.
     *
     * @param burst the most tokens that the bucket holds; at least 1
     */
    public record Window(long requests, Duration per, long burst) {

        /** As profiles write it: {@code 60/minute}, {@code 5000/15 minutes burst 6000}. */
        public String inWords() {
            return requests + "/" + period() + (burst == requests ? "" : " burst " + burst);
        }

        /** The length in words, without “a” or “an”: {@code minute}, {@code 15 minutes}. */
        public String period() {
            for (Unit unit : Unit.values()) {
                long count = per.dividedBy(unit.length);
                if (per.equals(unit.length.multipliedBy(count))) {
                    return count == 1 ? unit.word() : count + " " + unit.word() + "s";
                }
            }
            throw new IllegalStateException("no window is this long: " + per);
        }
    }

    /** What windows are counted in, the longest first. */
    private enum Unit {
        DAY(Duration.ofDays(1)),
        HOUR(Duration.ofHours(1)),
        MINUTE(Duration.ofMinutes(1)),
        SECOND(Duration.ofSeconds(1));

        private final Duration length;

        Unit(Duration length) {
            this.length = length;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
