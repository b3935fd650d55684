package io.keyledger.server.dataplane;

import io.keyledger.server.oauth.dpop.CheckedProof;
import io.keyledger.server.oauth.dpop.DPoPProofs;
import io.keyledger.server.oauth.dpop.InvalidProofException;
import io.keyledger.server.oauth.dpop.RegisteredProofs;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Checks proofs on threads of its own: a signature takes some hundred times as long as a verdict,
 * and event loops have others to answer. When too many wait, further ones are not checked at all.
 */
final class Possession {

    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private static final int MOST_WAITING = 1_000;

    private final DPoPProofs proofs;
    private final UsedOnce used;
    private final ThreadPoolExecutor threads;

    Possession(DPoPProofs proofs, UsedOnce used) {
        this.proofs = proofs;
        this.used = used;
        threads =
                new ThreadPoolExecutor(
                        THREADS,
                        THREADS,
                        1,
                        TimeUnit.MINUTES,
                        new LinkedBlockingQueue<>(MOST_WAITING),
                        Thread.ofPlatform().daemon().name("proofs-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * What is proven; nothing when the attempt proves nothing about this request.
     *
     * @throws java.util.concurrent.RejectedExecutionException when too many wait
     */
    CompletionStage<Optional<CheckedProof>> check(String credential, ProofAttempt attempt) {
        return CompletableFuture.supplyAsync(() -> checked(credential, attempt), threads);
    }

    private Optional<CheckedProof> checked(String credential, ProofAttempt attempt) {
        String url = attempt.url();
        if (url == null || attempt.proof().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    proofs.check(attempt.proof(), attempt.method(), URI.create(url), credential));
        } catch (InvalidProofException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Whether the proof was not used before, anywhere; fails when that cannot be known. */
    CompletionStage<Boolean> use(CheckedProof proof) {
        return used.use(RegisteredProofs.digest(proof.name()), proof.until());
    }
}
