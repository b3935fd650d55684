package io.keyledger.server.console.usage;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.Plan;
import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.RateLimits.CountedPer;
import io.keyledger.api.hub.RateLimits.Window;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a plan allows, in words. */
public final class Terms {

    private static final Map<Duration, String> PERIODS =
            Map.of(
                    Duration.ofSeconds(1), "a second",
                    Duration.ofMinutes(1), "a minute",
                    Duration.ofHours(1), "an hour",
                    Duration.ofDays(1), "a day");

    private Terms() {}

    /** Whether the plan opens the API. */
    public static String access(HubProfile hub, String plan) {
        String required = hub.access().requiresEntitlement();
        Plan bought = hub.plans().get(plan);
        Set<String> entitlements = bought == null ? Set.of() : bought.entitlements();
        return required == null || entitlements.contains(required)
                ? "The plan " + plan + " includes API access."
                : "The plan " + plan + " does not include API access: every request is refused.";
    }

    /** How many requests it allows. */
    public static String limits(HubProfile hub, String plan) {
        Plan bought = hub.plans().get(plan);
        RateLimits limits =
                bought == null || bought.limits() == null ? hub.limits() : bought.limits();
        return limits == null || limits.windows().isEmpty() ? "No rate limit." : inWords(limits);
    }

    private static String inWords(RateLimits limits) {
        String whose =
                limits.countedPer() == CountedPer.WORKSPACE
                        ? " for the whole workspace"
                        : " for each key";
        return limits.windows().stream()
                .map(it -> inWords(it, whose))
                .collect(Collectors.joining("; and ", "", "."));
    }

    private static String inWords(Window window, String whose) {
        return "%s %s %s%s, bursts of %s"
                .formatted(
                        number(window.requests()),
                        window.requests() == 1 ? "request" : "requests",
                        period(window.per()),
                        whose,
                        number(window.burst()));
    }

    private static String period(Duration per) {
        String usual = PERIODS.get(per);
        return usual == null ? "every " + length(per) : usual;
    }

    private static String length(Duration per) {
        if (per.toMinutes() * 60 < per.toSeconds()) {
            return per.toSeconds() + " seconds";
        }
        if (per.toHours() * 60 < per.toMinutes()) {
            return per.toMinutes() + " minutes";
        }
        return per.toDays() * 24 < per.toHours()
                ? per.toHours() + " hours"
                : per.toDays() + " days";
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
