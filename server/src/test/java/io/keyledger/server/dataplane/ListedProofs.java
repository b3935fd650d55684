package io.keyledger.server.dataplane;

import io.keyledger.api.token.Digest;
import io.keyledger.query.verification.TruthUnavailableException;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Proofs that were used, in a list; it can be lost. */
final class ListedProofs implements UsedOnce {

    private final Set<Digest> used = ConcurrentHashMap.newKeySet();
    private volatile boolean lost;

    void lose() {
        lost = true;
    }

    int count() {
        return used.size();
    }

    @Override
    public CompletionStage<Boolean> use(Digest proof, Instant until) {
        return lost
                ? CompletableFuture.failedFuture(new TruthUnavailableException("lost", null))
                : CompletableFuture.completedFuture(used.add(proof));
    }
}
