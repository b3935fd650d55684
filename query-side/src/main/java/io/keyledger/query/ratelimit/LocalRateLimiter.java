package io.keyledger.query.ratelimit;

import io.github.bucket4j.TimeMeter;
import io.keyledger.api.hub.RateLimits;
import io.keyledger.verdict.ratelimit.BudgetState;
import io.keyledger.verdict.ratelimit.RateLimiter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Keeps budgets in this node's memory, for subjects that were active lately. Several nodes with
 * limiters of this kind admit up to as many times the limit.
 */
public final class LocalRateLimiter implements RateLimiter, AutoCloseable {

    private static final Duration SWEEP = Duration.ofSeconds(10);

    /** Monotonic: no step of the wall clock gives or takes a token. */
    static final TimeMeter TIME = TimeMeter.SYSTEM_NANOTIME;

    private final Budgets budgets;
    private final ScheduledExecutorService sweeper =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("budget-sweeper").factory());

    /** Starts to keep budgets, by the system's monotonic clock. */
    public LocalRateLimiter() {
        this(TIME);
    }

    LocalRateLimiter(TimeMeter time) {
        budgets = new Budgets(time);
        var _ =
                sweeper.scheduleWithFixedDelay(
                        budgets::forgetFull,
                        SWEEP.toMillis(),
                        SWEEP.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    @Override
    public BudgetState spend(String subject, RateLimits limits, long cost) {
        while (true) {
            Budget budget = budgets.of(subject, limits);
            budget.adopt(limits);
            BudgetState state = cost == 0 ? budget.ask() : budget.spend(cost);
            if (budget.stands()) {
                return state;
            }
            budgets.forget(subject, budget);
        }
    }

    /** Subjects in memory, about. */
    long subjects() {
        return budgets.size();
    }

    void forgetFull() {
        budgets.forgetFull();
    }

    /** Forgets nothing more; whoever still spends is served. */
    @Override
    public void close() {
        sweeper.shutdownNow();
    }
}
