package io.keyledger.command.profile;

import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.RateLimits.CountedPer;
import io.keyledger.api.hub.RateLimits.HeaderStyle;
import io.keyledger.api.hub.RateLimits.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads rate limits: the hub's, and a plan's, which fall back on the hub's. */
final class LimitsReader {

    private static final Pattern WINDOW =
            Pattern.compile("(\\d+)/(?:(\\d+) )?([a-z]+?)s?(?: burst (\\d+))?");
    private static final Duration LONGEST = Duration.ofDays(366);

    private LimitsReader() {}

    /** Null when the hub declares no windows of its own. */
    static @Nullable RateLimits ofHub(Part limits) {
        return limits.has("windows") ? read(limits, limits) : null;
    }

    static RateLimits ofPlan(Part limits, Part hubLimits) {
        if (!limits.has("windows") && !hubLimits.has("windows")) {
            limits.complainOfField(
                    "has no windows, and the hub's limits have none either."
                            + " Add windows, such as windows: [60/minute].");
        }
        return read(limits, hubLimits);
    }

    private static RateLimits read(Part limits, Part otherwise) {
        Part windows = (limits.has("windows") ? limits : otherwise).field("windows");
        return new RateLimits(
                Choice.of(CountedPer.class, text(limits, otherwise, "counted-per", "credential")),
                windows(windows),
                Choice.of(HeaderStyle.class, text(limits, otherwise, "headers", "none")));
    }

    private static String text(Part limits, Part otherwise, String field, String usual) {
        return limits.textOr(field, otherwise.textOr(field, usual));
    }

    private static List<Window> windows(Part part) {
        List<Window> windows = new ArrayList<>();
        Map<Duration, Part> periods = new HashMap<>();
        for (Part written : part.items()) {
            Window window = window(written);
            Part earlier = periods.putIfAbsent(window.per(), written);
            if (earlier != null) {
                written.complain(
                        "has the same period as "
                                + earlier.name()
                                + ". Keep the stricter of the two.");
            }
            windows.add(window);
        }
        return windows;
    }

    private static Window window(Part written) {
        Matcher parts = WINDOW.matcher(written.text());
        if (!parts.matches()) {
            throw new IllegalStateException("the schema let this window pass: " + written.text());
        }
        long requests = Long.parseLong(parts.group(1));
        long periods = Long.parseLong(Objects.requireNonNullElse(parts.group(2), "1"));
        String burst = Objects.requireNonNullElse(parts.group(4), parts.group(1));
        Duration per = unit(parts.group(3)).multipliedBy(periods);
        if (per.compareTo(LONGEST) > 0) {
            written.complain("is longer than 366 days. Choose a shorter period.");
        }
        return new Window(requests, per, Long.parseLong(burst));
    }

    private static Duration unit(String name) {
        return switch (name) {
            case "second" -> Duration.ofSeconds(1);
            case "minute" -> Duration.ofMinutes(1);
            case "hour" -> Duration.ofHours(1);
            case "day" -> Duration.ofDays(1);
            default -> throw new IllegalStateException("the schema let this unit pass: " + name);
        };
    }
}
