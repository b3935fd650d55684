package io.keyledger.server.console.words;

import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.RateLimits.CountedPer;
import io.keyledger.api.hub.RateLimits.Window;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rate limits as one says them: “100 requests a minute for each key, bursts of 100”. */
public final class LimitWords {

    private LimitWords() {}

    /**
     * Each limit in a line of its own.
     *
     * @param limits null when nothing is limited
     */
    public static List<String> of(@Nullable RateLimits limits) {
        return limits == null || limits.windows().isEmpty()
                ? List.of("No limit")
                : limits.windows().stream().map(it -> line(it, limits.countedPer())).toList();
    }

    private static String line(Window window, CountedPer countedPer) {
        return "%s %s %s, bursts of %s"
                .formatted(
                        requests(window.requests()),
                        per(window),
                        whose(countedPer),
                        number(window.burst()));
    }

    private static String requests(long count) {
        return number(count) + (count == 1 ? " request" : " requests");
    }

    private static String whose(CountedPer countedPer) {
        return switch (countedPer) {
            case CREDENTIAL -> "for each key";
            case WORKSPACE -> "for the whole workspace";
        };
    }

    private static String per(Window window) {
        String period = window.period();
        if (Character.isDigit(period.charAt(0))) {
            return "in " + period;
        }
        return (period.equals("hour") ? "an " : "a ") + period;
    }

    private static String number(long value) {
        return String.format(Locale.ENGLISH, "%,d", value);
    }
}
