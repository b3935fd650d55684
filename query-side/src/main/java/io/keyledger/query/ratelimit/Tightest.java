package io.keyledger.query.ratelimit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.VerboseResult;
import io.keyledger.verdict.ratelimit.BudgetState;

/**
 * The bucket with the fewest tokens left: the one that a client runs into first.
 *
 * @param remaining whole tokens left
 * @param resetNanos until it is full again, or up to the time of one token longer
 */
record Tightest(long limit, long remaining, long resetNanos) {

    static Tightest of(VerboseResult<?> result) {
        long[] left = result.getDiagnostics().getAvailableTokensPerEachBandwidth();
        int tightest = 0;
        for (int i = 1; i < left.length; i++) {
            if (left[i] < left[tightest]) {
                tightest = i;
            }
        }
        Bandwidth bandwidth = result.getConfiguration().getBandwidths()[tightest];
        return new Tightest(
                bandwidth.getCapacity(),
                Math.max(0, left[tightest]),
                Math.min(
                        toRefill(bandwidth, left[tightest]),
                        result.getDiagnostics().calculateFullRefillingTime()));
    }

    BudgetState state(boolean admitted, long retryAfterNanos) {
        return new BudgetState(admitted, limit, remaining, retryAfterNanos, resetNanos);
    }

    private static long toRefill(Bandwidth bandwidth, long left) {
        double perToken = (double) bandwidth.getRefillPeriodNanos() / bandwidth.getRefillTokens();
        return (long) Math.ceil(perToken * (bandwidth.getCapacity() - left));
    }
}
