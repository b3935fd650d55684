package io.keyledger.command.profile;

import java.time.Duration;

/** Durations as people write them. */
final class Durations {

    private static final int HOURS_PER_DAY = 24;

    private Durations() {}

    /** {@code PT24H} for one day, {@code P30D} for many. */
    static String written(Duration duration) {
        long days = duration.toDays();
        boolean whole = duration.equals(Duration.ofDays(days));
        return whole && duration.toHours() > HOURS_PER_DAY ? "P" + days + "D" : duration.toString();
    }
}
