package io.keyledger.query.ratelimit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.VerboseResult;
import io.github.bucket4j.local.LocalBucketBuilder;
import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.RateLimits.Window;
import io.keyledger.verdict.ratelimit.BudgetState;
import java.util.ArrayList;
import java.util.List;

/** The token buckets of one subject: all are spent from, or none. */
final class Budget {

    private final Bucket bucket;
    private volatile RateLimits limits;
    private volatile long nanosToRefill;

    Budget(RateLimits limits, TimeMeter time) {
        LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(time);
        bandwidths(limits).forEach(builder::addLimit);
        this.bucket = builder.build();
        this.limits = limits;
        this.nanosToRefill = nanosToRefill(limits);
    }

    /** Takes limits on that differ; who had spent half of the old budget has half of the new. */
    @SuppressWarnings("ReferenceEquality") // equal limits are found out by replace(), and are rare
    void adopt(RateLimits wanted) {
        if (wanted != limits) {
            replace(wanted);
        }
    }

    private synchronized void replace(RateLimits wanted) {
        if (!wanted.equals(limits)) {
            bucket.replaceConfiguration(
                    configuration(wanted), TokensInheritanceStrategy.PROPORTIONALLY);
        }
        nanosToRefill = nanosToRefill(wanted);
        limits = wanted;
    }

    BudgetState spend(long cost) {
        RateLimits held = limits;
        if (held.windows().size() > 1) {
            return spendOfSeveral(cost);
        }
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(cost);
        return new BudgetState(
                probe.isConsumed(),
                held.windows().getFirst().burst(),
                probe.getRemainingTokens(),
                probe.getNanosToWaitForRefill(),
                probe.getNanosToWaitForReset());
    }

    private BudgetState spendOfSeveral(long cost) {
        var result = bucket.asVerbose().tryConsumeAndReturnRemaining(cost);
        ConsumptionProbe probe = result.getValue();
        return state(
                result,
                probe.isConsumed(),
                probe.getRemainingTokens(),
                probe.getNanosToWaitForRefill());
    }

    /** What a request that costs 1 would be told. */
    BudgetState ask() {
        var result = bucket.asVerbose().estimateAbilityToConsume(1);
        return state(
                result,
                result.getValue().canBeConsumed(),
                result.getDiagnostics().getAvailableTokens(),
                result.getValue().getNanosToWaitForRefill());
    }

    private static BudgetState state(
            VerboseResult<?> result, boolean admitted, long remaining, long retryAfter) {
        return new BudgetState(
                admitted,
                tightest(result),
                remaining,
                retryAfter,
                result.getDiagnostics().calculateFullRefillingTime());
    }

    /** The size of the bucket that holds the fewest tokens. */
    private static long tightest(VerboseResult<?> result) {
        long[] left = result.getDiagnostics().getAvailableTokensPerEachBandwidth();
        int tightest = 0;
        for (int i = 1; i < left.length; i++) {
            if (left[i] < left[tightest]) {
                tightest = i;
            }
        }
        return result.getConfiguration().getBandwidths()[tightest].getCapacity();
    }

    /** How long after its last use a budget is surely full again, and so like a new one. */
    long nanosToRefill() {
        return nanosToRefill;
    }

    private static long nanosToRefill(RateLimits limits) {
        double longest = 0;
        for (Window window : limits.windows()) {
            double perToken = (double) window.per().toNanos() / window.requests();
            longest = Math.max(longest, Math.ceil(perToken * window.burst()));
        }
        return (long) longest;
    }

    private static BucketConfiguration configuration(RateLimits limits) {
        return new BucketConfiguration(bandwidths(limits));
    }

    /** Named by their place, so that a bucket finds its successor when limits change. */
    private static List<Bandwidth> bandwidths(RateLimits limits) {
        List<Bandwidth> bandwidths = new ArrayList<>();
        for (Window window : limits.windows()) {
            bandwidths.add(
                    Bandwidth.builder()
                            .capacity(window.burst())
                            .refillGreedy(window.requests(), window.per())
                            .id("window-" + bandwidths.size())
                            .build());
        }
        return bandwidths;
    }
}
