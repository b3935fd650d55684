package io.keyledger.server.dataplane;

import io.keyledger.api.hub.RateLimits;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.WorkspaceStanding;
import io.keyledger.verdict.profile.CompiledProfile;
import io.keyledger.verdict.ratelimit.BudgetState;
import io.keyledger.verdict.ratelimit.RateLimitHeaders;
import org.jspecify.annotations.Nullable;

/** The state of a budget as header fields, in the style that the hub has chosen. */
final class RateLimitFields {

    private static final int MILLIS_PER_SECOND = 1000;

    private RateLimitFields() {}

    static void add(Answer answer, Verdict verdict) {
        BudgetState budget = verdict.budget();
        RateLimits limits = limits(verdict);
        if (budget != null && limits != null) {
            RateLimitHeaders.tell(
                    limits,
                    budget,
                    System.currentTimeMillis() / MILLIS_PER_SECOND,
                    (name, value) -> answer.field(Answer.name(name), value));
        }
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
