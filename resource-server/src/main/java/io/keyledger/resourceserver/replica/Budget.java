package io.keyledger.resourceserver.replica;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.VerboseResult;
import io.github.bucket4j.local.LocalBucketBuilder;
import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.RateLimits.Window;
import io.keyledger.verdict.ratelimit.BudgetState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The token buckets of one subject: all are spent from, or none. Tells what a node would tell. */
final class Budget {

    private final Bucket bucket;
    private volatile RateLimits limits;

    Budget(RateLimits limits, TimeMeter time) {
        LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(time);
        bandwidths(limits).forEach(builder::addLimit);
        this.bucket = builder.build();
        this.limits = limits;
    }

    /** Takes limits on that differ, and says whether they did; who had half left has half left. */
    synchronized boolean adopt(RateLimits wanted) {
        if (wanted.equals(limits)) {
            return false;
        }
        bucket.replaceConfiguration(
                new BucketConfiguration(bandwidths(wanted)),
                TokensInheritanceStrategy.PROPORTIONALLY);
        limits = wanted;
        return true;
    }

    BudgetState spend(long cost) {
        if (limits.windows().stream().anyMatch(window -> window.burst() < cost)) {
            return state(bucket.asVerbose().estimateAbilityToConsume(1), false, BudgetState.NEVER);
        }
        var result = bucket.asVerbose().tryConsumeAndReturnRemaining(cost);
        boolean admitted = result.getValue().isConsumed();
        return state(result, admitted, waiting(result.getValue().getNanosToWaitForRefill()));
    }

    /** What a request that costs 1 would be told. */
    BudgetState ask() {
        var result = bucket.asVerbose().estimateAbilityToConsume(1);
        boolean admitted = result.getValue().canBeConsumed();
        return state(result, admitted, waiting(result.getValue().getNanosToWaitForRefill()));
    }

    /** How long an empty budget takes to be full again. */
    Duration timeToFill() {
        return limits.windows().stream()
                .map(window -> Duration.ofNanos((long) (nanosOfOne(window) * window.burst()) + 1))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Bucket4j rounds a wait down, by less than a nanosecond: never tell one that is too short. */
    private long waiting(long told) {
        boolean even =
                limits.windows().stream()
                        .allMatch(window -> window.per().toNanos() % window.requests() == 0);
        return told == 0 || even ? told : told + 1;
    }

    /** Of the window with the fewest tokens left: the one that a client runs into first. */
    private static BudgetState state(VerboseResult<?> result, boolean admitted, long retryAfter) {
        long[] left = result.getDiagnostics().getAvailableTokensPerEachBandwidth();
        int tightest = 0;
        for (int i = 1; i < left.length; i++) {
            tightest = left[i] < left[tightest] ? i : tightest;
        }
        Bandwidth bandwidth = result.getConfiguration().getBandwidths()[tightest];
        return new BudgetState(
                admitted,
                bandwidth.getCapacity(),
                Math.max(0, left[tightest]),
                retryAfter,
                Math.min(
                        toRefill(bandwidth, left[tightest]),
                        result.getDiagnostics().calculateFullRefillingTime()));
    }

    private static long toRefill(Bandwidth bandwidth, long left) {
        double perToken = (double) bandwidth.getRefillPeriodNanos() / bandwidth.getRefillTokens();
        return (long) Math.ceil(perToken * (bandwidth.getCapacity() - left));
    }

    private static double nanosOfOne(Window window) {
        return (double) window.per().toNanos() / window.requests();
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
