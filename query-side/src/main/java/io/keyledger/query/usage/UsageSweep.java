package io.keyledger.query.usage;

import java.time.Clock;
import java.time.Instant;
import java.util.function.IntUnaryOperator;

/**
 * Forgets usage that is older than it is kept, some rows at a time and so many times at most.
 * Several nodes may do so at once: each passes over the rows that another is at.
 */
final class UsageSweep {

    private final UsageTables tables;
    private final Clock clock;
    private final int atOnce;
    private final int times;

    /**
     * @param atOnce rows in one statement
     * @param times most statements for one table in one sweep
     */
    UsageSweep(UsageTables tables, Clock clock, int atOnce, int times) {
        this.tables = tables;
        this.clock = clock;
        this.atOnce = atOnce;
        this.times = times;
    }

    void sweep() {
        Instant now = clock.instant();
        for (Resolution resolution : Resolution.values()) {
            repeat(limit -> tables.forget(resolution, now, limit));
        }
        repeat(limit -> tables.forgetLastUses(now, limit));
        tables.forgetBatches(now);
    }

    private void repeat(IntUnaryOperator forget) {
        int left = times;
        while (left > 0 && forget.applyAsInt(atOnce) == atOnce) {
            left--;
        }
    }
}
