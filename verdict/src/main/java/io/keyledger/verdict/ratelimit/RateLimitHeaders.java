package io.keyledger.verdict.ratelimit;

import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.RateLimits.Window;
import java.util.function.BiConsumer;

/** The state of a budget as HTTP header fields, in the style that a hub has chosen. */
public final class RateLimitHeaders {

    private RateLimitHeaders() {}

    /**
     * Tells each field's name and value.
     *
     * @param nowSeconds the instant of the answer, in seconds since the epoch
     */
    public static void tell(
            RateLimits limits,
            BudgetState budget,
            long nowSeconds,
            BiConsumer<String, String> field) {
        switch (limits.headers()) {
            case X_RATELIMIT_UNIX -> tellLegacy(budget, nowSeconds + budget.resetSeconds(), field);
            case X_RATELIMIT_DELTA -> tellLegacy(budget, budget.resetSeconds(), field);
            case IETF -> tellIetf(limits, budget, field);
            case X_RATELIMIT_UNIX_AND_IETF -> {
                tellLegacy(budget, nowSeconds + budget.resetSeconds(), field);
                tellIetf(limits, budget, field);
            }
            case X_RATELIMIT_DELTA_AND_IETF -> {
                tellLegacy(budget, budget.resetSeconds(), field);
                tellIetf(limits, budget, field);
            }
            case NONE -> {}
        }
    }

    private static void tellLegacy(
            BudgetState budget, long reset, BiConsumer<String, String> field) {
        field.accept("X-RateLimit-Limit", Long.toString(budget.limit()));
        field.accept("X-RateLimit-Remaining", Long.toString(budget.remaining()));
        field.accept("X-RateLimit-Reset", Long.toString(reset));
    }

    /** As draft-ietf-httpapi-ratelimit-headers has it; a window is named after its length. */
    private static void tellIetf(
            RateLimits limits, BudgetState budget, BiConsumer<String, String> field) {
        StringBuilder policy = new StringBuilder();
        for (Window window : limits.windows()) {
            policy.append(policy.isEmpty() ? "" : ", ")
                    .append(name(window))
                    .append(";q=")
                    .append(window.burst())
                    .append(";w=")
                    .append(window.per().toSeconds());
        }
        field.accept("RateLimit-Policy", policy.toString());
        field.accept(
                "RateLimit",
                name(meant(limits, budget))
                        + ";r="
                        + budget.remaining()
                        + ";t="
                        + budget.resetSeconds());
    }

    /** The window whose budget it is. Of those with the same burst, the one that refills so. */
    private static Window meant(RateLimits limits, BudgetState budget) {
        Window meant = limits.windows().getFirst();
        for (Window window : limits.windows()) {
            meant = unlike(window, budget) < unlike(meant, budget) ? window : meant;
        }
        return meant;
    }

    private static double unlike(Window window, BudgetState budget) {
        return window.burst() == budget.limit()
                ? Math.abs(nanosToRefill(window, budget) - budget.resetNanos())
                : Double.MAX_VALUE;
    }

    private static double nanosToRefill(Window window, BudgetState budget) {
        double each = (double) window.per().toNanos() / window.requests();
        return each * (budget.limit() - budget.remaining());
    }

    private static String name(Window window) {
        return "\"per-" + window.per().toSeconds() + "s\"";
    }
}
