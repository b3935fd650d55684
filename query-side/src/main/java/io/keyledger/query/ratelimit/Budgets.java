package io.keyledger.query.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;
import io.keyledger.api.hub.RateLimits;

/** The budgets of the subjects that were active lately. */
final class Budgets {

    /**
     * Subjects have credentials, so nobody can make them up; this bounds memory all the same. A
     * cache without an expiry of its own, because one would have to be told of each reading, which
     * costs more than the reading does.
     */
    private static final long MOST_SUBJECTS = 1_000_000;

    private final TimeMeter time;
    private final Cache<String, Budget> budgets =
            Caffeine.newBuilder().maximumSize(MOST_SUBJECTS).build();

    Budgets(TimeMeter time) {
        this.time = time;
    }

    Budget of(String subject, RateLimits limits) {
        Budget budget = budgets.getIfPresent(subject);
        return budget == null ? budgets.get(subject, _ -> new Budget(limits, time)) : budget;
    }

    void forget(String subject, Budget budget) {
        var _ = budgets.asMap().remove(subject, budget);
    }

    /** Forgets the budgets that are full: a new one is no different. */
    synchronized void forgetFull() {
        budgets.asMap()
                .forEach((subject, budget) -> {
                    if (budget.closeIfFull()) {
                        forget(subject, budget);
                    }
                });
    }

    /** How many there are, about. */
    long size() {
        budgets.cleanUp();
        return budgets.estimatedSize();
    }
}
