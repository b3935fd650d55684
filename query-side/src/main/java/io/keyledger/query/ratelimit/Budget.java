package io.keyledger.query.ratelimit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.local.LocalBucketBuilder;
import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.RateLimits.Window;
import io.keyledger.verdict.ratelimit.BudgetState;
import java.util.ArrayList;
import java.util.List;

/**
 * The token buckets of one subject: all are spent from, or none.
 *
 * <p>A full budget is as good as a new one and can be forgotten, but not while somebody spends from
 * it: he would spend from a bucket that nobody else sees. So it is closed first. Whoever spends
 * looks afterwards whether the budget {@linkplain #stands() still stands}, and whoever closes it
 * announces that before he looks whether it is full: one of the two sees the other.
 */
final class Budget {

    private enum Life {
        OPEN,
        CLOSING,
        CLOSED
    }

    private final Bucket bucket;
    private volatile Terms terms;
    private volatile Life life = Life.OPEN;

    Budget(RateLimits limits, TimeMeter time) {
        LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(time);
        bandwidths(limits).forEach(builder::addLimit);
        this.bucket = builder.build();
        this.terms = Terms.of(limits);
    }

    /** Takes limits on that differ; who had spent half of the old budget has half of the new. */
    @SuppressWarnings("ReferenceEquality") // equal limits are found out by replace(), and are rare
    void adopt(RateLimits wanted) {
        if (wanted != terms.limits()) {
            replace(wanted);
        }
    }

    private synchronized void replace(RateLimits wanted) {
        if (!wanted.equals(terms.limits())) {
            bucket.replaceConfiguration(
                    configuration(wanted), TokensInheritanceStrategy.PROPORTIONALLY);
        }
        terms = Terms.of(wanted);
    }

    BudgetState spend(long cost) {
        Terms held = terms;
        if (cost > held.smallest()) {
            return outOfReach();
        }
        if (held.isSeveral()) {
            return spendOfSeveral(cost);
        }
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(cost);
        return new BudgetState(
                probe.isConsumed(),
                held.smallest(),
                probe.getRemainingTokens(),
                held.waiting(probe.getNanosToWaitForRefill()),
                probe.getNanosToWaitForReset());
    }

    private BudgetState spendOfSeveral(long cost) {
        var result = bucket.asVerbose().tryConsumeAndReturnRemaining(cost);
        ConsumptionProbe probe = result.getValue();
        return Tightest.of(result)
                .state(probe.isConsumed(), terms.waiting(probe.getNanosToWaitForRefill()));
    }

    /** What a request that costs 1 would be told. */
    BudgetState ask() {
        var result = bucket.asVerbose().estimateAbilityToConsume(1);
        EstimationProbe probe = result.getValue();
        return Tightest.of(result)
                .state(probe.canBeConsumed(), terms.waiting(probe.getNanosToWaitForRefill()));
    }

    private BudgetState outOfReach() {
        return Tightest.of(bucket.asVerbose().estimateAbilityToConsume(1))
                .state(false, BudgetState.NEVER);
    }

    /** Whether what was just spent counts; if not, it is to be spent from a new budget. */
    boolean stands() {
        while (life == Life.CLOSING) {
            Thread.onSpinWait();
        }
        return life == Life.OPEN;
    }

    /** Closes the budget for good if nothing is missing from it. To be called by one thread. */
    boolean closeIfFull() {
        life = Life.CLOSING;
        boolean full = isFull();
        life = full ? Life.CLOSED : Life.OPEN;
        return full;
    }

    private boolean isFull() {
        return bucket.asVerbose().getAvailableTokens().getDiagnostics().calculateFullRefillingTime()
                == 0;
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
