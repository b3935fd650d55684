package io.keyledger.query.verification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How far this node's clock is from the database's. Expiry is judged by the former. */
final class Skew {

    private final Clock clock;
    private final Duration tolerance;
    private volatile Duration latest = Duration.ZERO;

    Skew(Clock clock, Duration tolerance) {
        this.clock = clock;
        this.tolerance = tolerance;
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * @param before and {@code after} this node's clock around the moment at which the database's
     *     said {@code there}; no more is held against either clock than the two can account for
     */
    void measured(Instant before, Instant there, Instant after) {
        if (there.isBefore(before)) {
            latest = Duration.between(there, before);
        } else if (there.isAfter(after)) {
            latest = Duration.between(there, after);
        } else {
            latest = Duration.ZERO;
        }
    }

    /** Positive when this node is ahead. */
    Duration latest() {
        return latest;
    }

    boolean isTolerable() {
        return latest.abs().compareTo(tolerance) <= 0;
    }
}
