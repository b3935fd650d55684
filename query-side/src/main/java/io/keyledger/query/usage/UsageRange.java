package io.keyledger.query.usage;

import java.time.Instant;

/**
 * Whole intervals.
 *
 * @param from the beginning of the first
 * @param to the end of the last
 */
public record UsageRange(Instant from, Instant to, Resolution resolution) {

    public UsageRange {
        from = resolution.floor(from);
        to = resolution.ceiling(to);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a range of usage ends after it has begun");
        }
    }

    /** How many intervals there are. */
    public long intervals() {
        return (to.getEpochSecond() - from.getEpochSecond()) / resolution.length().toSeconds();
    }
}
