package io.keyledger.verdict;

import io.keyledger.api.hub.RateLimits;
import io.keyledger.verdict.ratelimit.BudgetState;
import io.keyledger.verdict.ratelimit.RateLimiter;
import java.util.ArrayList;
import java.util.List;

/** A budget that never refills, and that remembers what was asked of it. */
final class CountingLimiter implements RateLimiter {

    /** One call of {@link #spend}. */
    record Spent(String subject, RateLimits limits, long cost) {}

    private final List<Spent> calls = new ArrayList<>();
    private long left;

    CountingLimiter(long left) {
        this.left = left;
    }

    @Override
    public BudgetState spend(String subject, RateLimits limits, long cost) {
        calls.add(new Spent(subject, limits, cost));
        boolean admitted = left >= Math.max(1, cost);
        left -= admitted ? cost : 0;
        return new BudgetState(admitted, 100, left, admitted ? 0 : 1_500_000_000L, 0);
    }

    List<Spent> calls() {
        return calls;
    }

    long left() {
        return left;
    }
}
