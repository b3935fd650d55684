package io.keyledger.server.dataplane;

import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.RateLimits.Window;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.WorkspaceStanding;
import io.keyledger.verdict.profile.CompiledProfile;
import io.keyledger.verdict.ratelimit.BudgetState;
import org.jspecify.annotations.Nullable;

/** The state of a budget as header fields, in the style that the hub has chosen. */
final class RateLimitFields {

    private static final byte[] X_LIMIT = Answer.name("X-RateLimit-Limit");
    private static final byte[] X_REMAINING = Answer.name("X-RateLimit-Remaining");
    private static final byte[] X_RESET = Answer.name("X-RateLimit-Reset");
    private static final byte[] POLICY = Answer.name("RateLimit-Policy");
    private static final byte[] STATE = Answer.name("RateLimit");

    private RateLimitFields() {}

    static void add(Answer answer, Verdict verdict) {
        BudgetState budget = verdict.budget();
        RateLimits limits = limits(verdict);
        if (budget == null || limits == null) {
            return;
        }
        long reset = budget.resetSeconds();
        switch (limits.headers()) {
            case X_RATELIMIT_UNIX ->
                    addLegacy(answer, budget, reset + System.currentTimeMillis() / 1000);
            case X_RATELIMIT_DELTA -> addLegacy(answer, budget, reset);
            case IETF -> addIetf(answer, limits, budget, reset);
            case NONE -> {}
        }
    }

    private static void addLegacy(Answer answer, BudgetState budget, long reset) {
        answer.field(X_LIMIT, budget.limit())
                .field(X_REMAINING, budget.remaining())
                .field(X_RESET, reset);
    }

    /** As draft-ietf-httpapi-ratelimit-headers has it; a window is named after its length. */
    private static void addIetf(
            Answer answer, RateLimits limits, BudgetState budget, long resetSeconds) {
        StringBuilder policy = new StringBuilder();
        String name = "";
        for (Window window : limits.windows()) {
            policy.append(policy.isEmpty() ? "" : ", ")
                    .append(name(window))
                    .append(";q=")
                    .append(window.burst())
                    .append(";w=")
                    .append(window.per().toSeconds());
            name = window.burst() == budget.limit() ? name(window) : name;
        }
        answer.field(POLICY, policy);
        answer.field(STATE, name + ";r=" + budget.remaining() + ";t=" + resetSeconds);
    }

    private static String name(Window window) {
        return "\"per-" + window.per().toSeconds() + "s\"";
    }

    private static @Nullable RateLimits limits(Verdict verdict) {
        CompiledProfile compiled = verdict.profile();
        WorkspaceStanding standing = verdict.standing();
        if (compiled == null || standing == null) {
            return null;
        }
        return compiled.limits(standing.plan());
    }
}
