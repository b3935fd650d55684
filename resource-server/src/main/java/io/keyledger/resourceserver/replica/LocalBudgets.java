package io.keyledger.resourceserver.replica;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.bucket4j.TimeMeter;
import io.keyledger.api.hub.RateLimits;
import io.keyledger.verdict.ratelimit.BudgetState;
import io.keyledger.verdict.ratelimit.RateLimiter;

/**
 * Counts budgets in this process alone: so many processes, so many budgets at most. One that nobody
 * has used for as long as it takes to fill is as good as a new one, and is forgotten.
 */
final class LocalBudgets implements RateLimiter {

    private static final long MOST_SUBJECTS = 1_000_000;

    private final TimeMeter time;
    private final Cache<String, Budget> budgets;

    LocalBudgets() {
        this(TimeMeter.SYSTEM_NANOTIME);
    }

    LocalBudgets(TimeMeter time) {
        this.time = time;
        budgets =
                Caffeine.newBuilder()
                        .maximumSize(MOST_SUBJECTS)
                        .ticker(time::currentTimeNanos)
                        .expireAfter(
                                Expiry.<String, Budget>accessing(
                                        (_, budget) -> budget.timeToFill()))
                        .build();
    }

    @Override
    public BudgetState spend(String subject, RateLimits limits, long cost) {
        Budget budget = budgets.get(subject, _ -> new Budget(limits, time));
        if (budget.adopt(limits)) {
            // Kept for as long as the new limits take to fill.
            budgets.put(subject, budget);
        }
        return cost == 0 ? budget.ask() : budget.spend(cost);
    }

    /** Subjects in memory, about. */
    long subjects() {
        budgets.cleanUp();
        return budgets.estimatedSize();
    }
}
