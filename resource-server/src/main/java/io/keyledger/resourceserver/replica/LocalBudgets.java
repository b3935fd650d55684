package io.keyledger.resourceserver.replica;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.VerboseResult;
import io.github.bucket4j.local.LocalBucketBuilder;
import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.RateLimits.Window;
import io.keyledger.verdict.ratelimit.BudgetState;
import io.keyledger.verdict.ratelimit.RateLimiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Counts budgets in this process alone: so many processes, so many budgets at most. */
final class LocalBudgets implements RateLimiter {

    private static final long MOST_SUBJECTS = 1_000_000;

    /** A budget that was not used for the longest window that a profile may have is full again. */
    private static final Duration KEPT = Duration.ofHours(25);

    private final Cache<String, Budget> budgets =
            Caffeine.newBuilder().maximumSize(MOST_SUBJECTS).expireAfterAccess(KEPT).build();

    @Override
    public BudgetState spend(String subject, RateLimits limits, long cost) {
        Budget budget = budgets.get(subject, _ -> new Budget(limits));
        return budget.spend(limits, cost);
    }

    /** The buckets of one subject: all are spent from, or none. */
    private static final class Budget {

        private final Bucket bucket;
        private RateLimits limits;

        Budget(RateLimits limits) {
            LocalBucketBuilder builder = Bucket.builder().withNanosecondPrecision();
            bandwidths(limits).forEach(builder::addLimit);
            this.bucket = builder.build();
            this.limits = limits;
        }

        synchronized BudgetState spend(RateLimits wanted, long cost) {
            if (!wanted.equals(limits)) {
                bucket.replaceConfiguration(
                        new BucketConfiguration(bandwidths(wanted)),
                        TokensInheritanceStrategy.PROPORTIONALLY);
                limits = wanted;
            }
            return cost == 0 ? ask() : spend(cost);
        }

        private BudgetState spend(long cost) {
            VerboseResult<ConsumptionProbe> result =
                    bucket.asVerbose().tryConsumeAndReturnRemaining(cost);
            ConsumptionProbe probe = result.getValue();
            return state(result, probe.isConsumed(), probe.getNanosToWaitForRefill());
        }

        private BudgetState ask() {
            var result = bucket.asVerbose().estimateAbilityToConsume(1);
            return state(
                    result,
                    result.getValue().canBeConsumed(),
                    result.getValue().getNanosToWaitForRefill());
        }

        private static BudgetState state(
                VerboseResult<?> result, boolean admitted, long retryAfter) {
            long[] left = result.getDiagnostics().getAvailableTokensPerEachBandwidth();
            int tightest = 0;
            for (int i = 1; i < left.length; i++) {
                tightest = left[i] < left[tightest] ? i : tightest;
            }
            return new BudgetState(
                    admitted,
                    result.getConfiguration().getBandwidths()[tightest].getCapacity(),
                    Math.max(0, left[tightest]),
                    retryAfter,
                    result.getDiagnostics().calculateFullRefillingTime());
        }

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
}
