package io.keyledger.query.verification;

import static io.keyledger.query.verification.Examples.key;
import static io.keyledger.query.verification.Examples.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRevoked;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceSuspended;
import io.keyledger.query.verification.Confirmation.Node;
import io.keyledger.query.verification.Confirmation.Outcome;
import io.keyledger.verdict.VerdictCode;
import io.keyledger.verdict.profile.CompiledProfile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one real PostgreSQL: what one confirms, the other no longer contradicts. */
class TwoNodesTest {

    private final LedgerForTests ledger = LedgerForTests.withWorkspace();
    private NodeForTests one;
    private NodeForTests other;

    @BeforeEach
    void startNodes() {
        one = NodeForTests.trusted(ledger, "one");
        other = NodeForTests.trusted(ledger, "other");
    }

    @AfterEach
    void stopNodes() {
        other.close();
        one.close();
        ledger.close();
    }

    /** Once both have heard of the key: the news of it would sweep it out of memory again. */
    private void bothRemember(int key) {
        one.await(ledger.append(Examples.issued(key)));
        for (NodeForTests node : List.of(one, other)) {
            NodeForTests.await(() -> node.verify(token(key)) == VerdictCode.VALID);
            NodeForTests.await(() -> node.resident(token(key)) == VerdictCode.VALID);
        }
    }

    @Test
    void aNewKeyIsKnownEverywhereAtOnceThoughItWasAskedForBefore() {
        assertThat(other.verify(token(1))).isEqualTo(VerdictCode.NOT_FOUND);
        NodeForTests.await(() -> other.resident(token(1)) == VerdictCode.NOT_FOUND);

        one.await(ledger.append(Examples.issued(1)));

        assertThat(one.verify(token(1))).isEqualTo(VerdictCode.VALID);
        assertThat(other.verify(token(1))).isEqualTo(VerdictCode.VALID);
        NodeForTests.await(() -> other.resident(token(1)) == VerdictCode.VALID);
    }

    @Test
    void aConfirmedProfileIsKnownToWhoeverFindsHubsOnEveryNode() {
        for (int version = 2; version < 20; version++) {
            one.await(ledger.append(Examples.profilePublished(version, version)));

            for (NodeForTests node : List.of(one, other)) {
                assertThat(node.hubs())
                        .extracting(CompiledProfile::version)
                        .containsExactly(version);
            }
        }
    }

    @Test
    void aConfirmedRevocationIsInForceOnEveryNode() {
        bothRemember(1);

        Confirmation confirmation = one.await(ledger.append(new ApiKeyRevoked(key(1))));

        assertThat(other.resident(token(1))).isNotEqualTo(VerdictCode.VALID);
        assertThat(other.verify(token(1))).isEqualTo(VerdictCode.REVOKED);
        assertThat(confirmation.nodes()).extracting(Node::outcome).containsOnly(Outcome.CONFIRMED);
        assertThat(confirmation.nodes())
                .extracting(node -> node.name().replaceAll("~.*", ""))
                .containsExactly("one", "other");
    }

    @Test
    void aPausedNodeIsWaitedForUntilItsLeaseHasRunOutAndThenTrustsNothing() {
        bothRemember(1);
        other.holdFeed();

        Confirmation confirmation = one.await(ledger.append(new ApiKeyRevoked(key(1))));

        assertThat(other.resident(token(1))).isNull();
        assertThat(other.verify(token(1))).isEqualTo(VerdictCode.REVOKED);
        assertThat(confirmation.nodes())
                .filteredOn(node -> node.name().startsWith("other"))
                .extracting(Node::outcome)
                .containsExactly(Outcome.LEASE_EXPIRED);
        assertThat(confirmation.waited())
                .isLessThan(NodeForTests.LEASE.plus(Duration.ofMillis(500)));
        other.releaseFeed();
        other.awaitTrust();
        assertThat(other.verify(token(1))).isEqualTo(VerdictCode.REVOKED);
    }

    @Test
    void aNodeThatHasLeftIsNotWaitedFor() {
        other.close();

        Confirmation confirmation = one.await(ledger.append(Examples.issued(1)));

        assertThat(confirmation.nodes()).hasSize(1);
        assertThat(confirmation.waited()).isLessThan(NodeForTests.LEASE.dividedBy(2));
    }

    @Test
    void aSuspensionChangesOneRowAndHoldsForEveryKey() {
        bothRemember(1);
        bothRemember(2);

        one.await(ledger.append(new WorkspaceSuspended(Examples.WORKSPACE)));

        assertThat(other.verify(token(1))).isEqualTo(VerdictCode.SUSPENDED);
        assertThat(other.verify(token(2))).isEqualTo(VerdictCode.SUSPENDED);
    }

    @Test
    void aChangeMadeWithPsqlIsHeardToo() {
        bothRemember(1);

        ledger.asOwner("update credential set revoked = true");
        one.await(0);

        assertThat(other.resident(token(1))).isNotEqualTo(VerdictCode.VALID);
        assertThat(other.verify(token(1))).isEqualTo(VerdictCode.REVOKED);
    }

    @Test
    void aTruncationIsHeardToo() {
        bothRemember(1);

        ledger.asOwner("truncate credential");
        one.await(0);

        assertThat(other.verify(token(1))).isEqualTo(VerdictCode.NOT_FOUND);
    }

    @Test
    void aChangeThatABrokenChannelDidNotDeliverIsInForceOnceConfirmed() {
        bothRemember(1);

        ledger.breakChannels();
        one.await(ledger.append(new ApiKeyRevoked(key(1))));

        assertThat(one.verify(token(1))).isEqualTo(VerdictCode.REVOKED);
        assertThat(other.verify(token(1))).isEqualTo(VerdictCode.REVOKED);
        one.awaitTrust();
        other.awaitTrust();
        assertThat(other.verify(token(1))).isEqualTo(VerdictCode.REVOKED);
        NodeForTests.await(() -> other.resident(token(1)) == VerdictCode.REVOKED);
    }
}
