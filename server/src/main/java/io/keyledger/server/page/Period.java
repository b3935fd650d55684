package io.keyledger.server.page;

import java.time.Duration;

/** A length of time as people say it. */
public final class Period {

    private Period() {}

    /** In the largest unit that fits: {@code 30 days}, {@code 1 hour}. */
    public static String inWords(Duration length) {
        if (isWhole(length, Duration.ofDays(1))) {
            return count(length.toDays(), "day");
        }
        if (isWhole(length, Duration.ofHours(1))) {
            return count(length.toHours(), "hour");
        }
        return isWhole(length, Duration.ofMinutes(1))
                ? count(length.toMinutes(), "minute")
                : count(length.toSeconds(), "second");
    }

    private static boolean isWhole(Duration length, Duration unit) {
        return length.compareTo(unit) >= 0 && length.toSeconds() % unit.toSeconds() == 0;
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
