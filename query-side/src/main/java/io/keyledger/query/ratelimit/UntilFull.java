package io.keyledger.query.ratelimit;

import com.github.benmanes.caffeine.cache.Expiry;

/** Forgets a budget when it would be full again: a new one is no different. */
final class UntilFull implements Expiry<String, Budget> {

    @Override
    public long expireAfterCreate(String subject, Budget budget, long now) {
        return budget.nanosToRefill();
    }

    @Override
    public long expireAfterUpdate(String subject, Budget budget, long now, long left) {
        return budget.nanosToRefill();
    }

    @Override
    public long expireAfterRead(String subject, Budget budget, long now, long left) {
        return budget.nanosToRefill();
    }
}
