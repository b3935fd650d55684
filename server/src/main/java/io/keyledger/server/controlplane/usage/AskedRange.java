package io.keyledger.server.controlplane.usage;

import io.keyledger.query.usage.Resolution;
import io.keyledger.query.usage.UsageRange;
import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The range that a caller asks for, as it was sent.
 *
 * @param from the beginning; null for a usual one before {@code to}
 * @param to the end; null for now
 * @param resolution null for hours
 */
record AskedRange(@Nullable String from, @Nullable String to, @Nullable String resolution) {

    private static final long MOST_INTERVALS = 3_000;

    /**
     * No clock that a caller goes by is further ahead, and dates before and after can be counted.
     */
    private static final Duration FARTHEST = Duration.ofDays(366);

    /**
     * The range in whole intervals.
     *
     * @throws ProblemException when there is no such range, or it is not kept
     */
    UsageRange at(Instant now) {
        Resolution unit = unit();
        Instant end = to == null ? now : instant("to", to);
        Instant start = from == null ? end.minus(usual(unit)) : instant("from", from);
        if (!start.isBefore(end) || end.isAfter(now.plus(FARTHEST))) {
            throw invalid(
                    "to", "The end of the range is after its beginning, and not years ahead.");
        }
        if (start.isBefore(unit.first(now))) {
            throw invalid("from", notKept(unit));
        }
        UsageRange range = new UsageRange(start, end, unit);
        if (range.intervals() > MOST_INTERVALS) {
            throw invalid("from", "One answer has at most " + MOST_INTERVALS + " intervals.");
        }
        return range;
    }

    private Resolution unit() {
        return resolution == null
                ? Resolution.HOUR
                : Arrays.stream(Resolution.values())
                        .filter(it -> it.word().equals(resolution))
                        .findFirst()
                        .orElseThrow(() ->
                                invalid("resolution", "The resolution is one of " + words() + "."));
    }

    private static String words() {
        return Arrays.stream(Resolution.values())
                .map(Resolution::word)
                .collect(Collectors.joining(", "));
    }

    /** What people look at when they say nothing. */
    private static Duration usual(Resolution unit) {
        return switch (unit) {
            case MINUTE -> Duration.ofHours(1);
            case HOUR -> Duration.ofDays(1);
            case DAY -> Duration.ofDays(30);
        };
    }

    private static Instant instant(String parameter, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            throw invalid(parameter, "Send an instant, such as 2026-11-25T08:00:00Z.");
        }
    }

    private static String notKept(Resolution unit) {
        Duration kept = unit.kept();
        return switch (unit) {
            case MINUTE ->
                    "Minutes are kept for %d hours. Ask for hours.".formatted(kept.toHours());
            case HOUR -> "Hours are kept for %d days. Ask for days.".formatted(kept.toDays());
            case DAY -> "Usage is kept for %d days.".formatted(kept.toDays());
        };
    }

    private static ProblemException invalid(String parameter, String text) {
        return ProblemException.of(ProblemCode.INVALID_PARAMETER, parameter, text);
    }
}
