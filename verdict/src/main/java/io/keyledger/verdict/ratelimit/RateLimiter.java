package io.keyledger.verdict.ratelimit;

import io.keyledger.api.hub.RateLimits;

/** Keeps budgets. Implementations are safe for use by many threads and never block. */
public interface RateLimiter {

    /**
     * Spends from every budget of a subject, or from none.
     *
     * @param subject whose budgets: a credential's or a workspace's id
     * @param limits the budgets to have; when they differ from those the subject had, the new ones
     *     hold from this request on
     * @param cost tokens to spend; 0 asks, without spending, whether one could be spent now: the
     *     state is then that of a request that costs 1
     */
    BudgetState spend(String subject, RateLimits limits, long cost);
}
