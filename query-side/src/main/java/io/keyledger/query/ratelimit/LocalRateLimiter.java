package io.keyledger.query.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;
import io.keyledger.api.hub.RateLimits;
import io.keyledger.verdict.ratelimit.BudgetState;
import io.keyledger.verdict.ratelimit.RateLimiter;

/**
 * Keeps budgets in this node's memory, for subjects that were active lately. Several nodes with
 * limiters of this kind admit up to as many times the limit.
 */
public final class LocalRateLimiter implements RateLimiter {

    /** Subjects have credentials, so nobody can make them up; this bounds memory all the same. */
    private static final long MOST_SUBJECTS = 1_000_000;

    private final TimeMeter time;
    private final Cache<String, Budget> budgets;

    public LocalRateLimiter() {
        this(TimeMeter.SYSTEM_NANOTIME);
    }

    LocalRateLimiter(TimeMeter time) {
        this.time = time;
        this.budgets =
                Caffeine.newBuilder()
                        .maximumSize(MOST_SUBJECTS)
                        .expireAfter(new UntilFull())
                        .ticker(time::currentTimeNanos)
                        .build();
    }

    @Override
    public BudgetState spend(String subject, RateLimits limits, long cost) {
        Budget budget = budgets.getIfPresent(subject);
        if (budget == null) {
            budget = budgets.get(subject, _ -> new Budget(limits, time));
        }
        budget.adopt(limits);
        return cost == 0 ? budget.ask() : budget.spend(cost);
    }

    /** Subjects in memory, about. */
    long subjects() {
        budgets.cleanUp();
        return budgets.estimatedSize();
    }
}
