package io.keyledger.query.verification;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.WorkspaceStanding;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What a process is told that keeps a copy of what this node knows and judges by it. Its trust in
 * the copy is lent by this node, and never lasts longer than this node's own: so whoever waits for
 * this node to confirm a change has waited for its replicas too. Safe for use by many threads.
 */
public interface ReplicaFeed {

    /**
     * The changes behind those that the replica has applied; by asking it says that it has. Waits a
     * little when there are none.
     *
     * @param replica one run of one process
     * @param epoch that {@code since} belongs to; empty when the replica knows nothing yet
     * @param since the number of the last change that was applied
     */
    CompletionStage<Batch> changes(String replica, String epoch, long since);

    /**
     * What the tables say of a credential now; nothing when this hub has none. What is said here is
     * at least as new as every change that was told before the question.
     */
    CompletionStage<Optional<ReplicaFacts>> facts(CharSequence credential, String hub);

    /** For a data plane that feeds nobody. */
    static ReplicaFeed none() {
        return new ReplicaFeed() {
            @Override
            public CompletionStage<Batch> changes(String replica, String epoch, long since) {
                return CompletableFuture.failedFuture(
                        new TruthUnavailableException("no replicas are fed here", null));
            }

            @Override
            public CompletionStage<Optional<ReplicaFacts>> facts(
                    CharSequence credential, String hub) {
                return CompletableFuture.failedFuture(
                        new TruthUnavailableException("no replicas are fed here", null));
            }
        };
    }

    /**
     * Some changes, in the order in which they were committed.
     *
     * @param epoch this run of this node
     * @param to the number of the last change
     * @param changes as “kind key”, or “all” for whatever the replica knows
     * @param trust how long the copy may be believed from the moment of the question on, once the
     *     changes are applied
     */
    record Batch(String epoch, long to, List<String> changes, Duration trust) {

        public Batch {
            changes = List.copyOf(changes);
        }
    }

    /**
     * All that a verdict depends on.
     *
     * @param handle by which changes name the credential
     */
    record ReplicaFacts(
            String handle,
            Credential credential,
            WorkspaceStanding standing,
            HubProfile profile,
            int profileVersion,
            long profilePosition) {}
}
