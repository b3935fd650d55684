package io.keyledger.query.verification;

import io.keyledger.api.token.Digest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Feeds replicas from this node's change feed and from the tables. Facts never come from memory:
 * this node may hear of a change after another has told the replica.
 */
final class NodeReplicaFeed implements ReplicaFeed {

    private final Replicas replicas;
    private final Digesters digesters;
    private final Truth truth;
    private final Executor loaders;
    private final Duration patience;

    NodeReplicaFeed(
            Replicas replicas,
            Digesters digesters,
            Truth truth,
            Executor loaders,
            Duration patience) {
        this.replicas = replicas;
        this.digesters = digesters;
        this.truth = truth;
        this.loaders = loaders;
        this.patience = patience;
    }

    @Override
    public CompletionStage<Batch> changes(String replica, String epoch, long since) {
        return replicas.changes(replica, epoch, since);
    }

    @Override
    public CompletionStage<Optional<ReplicaFacts>> facts(CharSequence credential, String hub) {
        List<Digest> candidates = digesters.candidates(credential);
        try {
            return CompletableFuture.supplyAsync(() -> read(candidates, hub), loaders)
                    .orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private Optional<ReplicaFacts> read(List<Digest> candidates, String hub) {
        for (Digest candidate : candidates) {
            Facts facts = truth.facts(candidate);
            if (facts != null) {
                return Optional.of(told(candidate, facts))
                        .filter(it -> it.standing().hub().equals(hub));
            }
        }
        return Optional.empty();
    }

    private static ReplicaFacts told(Digest digest, Facts facts) {
        return new ReplicaFacts(
                digest.hex(),
                facts.credential(),
                facts.standing(),
                facts.profile().source(),
                facts.profile().version(),
                facts.profile().position());
    }
}
