package io.keyledger.query.verification;

import io.keyledger.api.token.Digest;
import io.keyledger.verdict.Decision;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.VerificationRequest;
import io.keyledger.verdict.ratelimit.RateLimiter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Judges from the tables alone, by the database's clock: what is left when memory, or this node's
 * clock, cannot be trusted.
 */
final class ReadThrough {

    private final Truth truth;
    private final RateLimiter limiter;
    private final Executor loaders;
    private final Duration patience;

    ReadThrough(Truth truth, RateLimiter limiter, Executor loaders, Duration patience) {
        this.truth = truth;
        this.limiter = limiter;
        this.loaders = loaders;
        this.patience = patience;
    }

    /** Fails when the tables cannot be read, or not in time. */
    CompletableFuture<Verdict> judge(List<Digest> candidates, VerificationRequest request) {
        try {
            return CompletableFuture.supplyAsync(() -> decide(candidates, request), loaders)
                    .orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private Verdict decide(List<Digest> candidates, VerificationRequest request) {
        for (Digest candidate : candidates) {
            Facts facts = truth.facts(candidate);
            if (facts != null) {
                return Decision.decide(
                        facts.credential(),
                        facts.standing(),
                        facts.profile(),
                        request,
                        facts.at(),
                        limiter);
            }
        }
        return Verdict.NOT_FOUND;
    }
}
