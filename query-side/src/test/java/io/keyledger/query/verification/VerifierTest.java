package io.keyledger.query.verification;

import static io.keyledger.query.verification.Examples.key;
import static io.keyledger.query.verification.Examples.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyExpirySet;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyIssued;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRevoked;
import io.keyledger.api.token.Peppers;
import io.keyledger.verdict.VerdictCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One node on a real PostgreSQL. */
class VerifierTest {

    private final LedgerForTests ledger = LedgerForTests.withWorkspace();
    private final List<NodeForTests> nodes = new ArrayList<>();

    @AfterEach
    void close() {
        nodes.forEach(NodeForTests::close);
        ledger.close();
    }

    private NodeForTests node() {
        return kept(NodeForTests.trusted(ledger, "node"));
    }

    private NodeForTests kept(NodeForTests node) {
        nodes.add(node);
        return node;
    }

    @Test
    void aKeyIsLookedUpOnceAndThenJudgedFromMemory() {
        ledger.append(Examples.issued(1));
        NodeForTests node = node();
        assertThat(node.resident(token(1))).isNull();

        assertThat(node.verify(token(1))).isEqualTo(VerdictCode.VALID);
        long reads = node.tableReads();

        for (int i = 0; i < 1_000; i++) {
            assertThat(node.resident(token(1))).isEqualTo(VerdictCode.VALID);
        }
        assertThat(node.tableReads()).isEqualTo(reads);
    }

    @Test
    void aMadeUpSecretIsRefusedWithoutReadingATable() {
        NodeForTests node = node();
        String wrongChecksum = token(1).substring(0, token(1).length() - 1) + "_";

        assertThat(node.resident(wrongChecksum)).isEqualTo(VerdictCode.NOT_FOUND);
        assertThat(node.resident("")).isEqualTo(VerdictCode.NOT_FOUND);
        assertThat(node.resident("x".repeat(1_000_000))).isEqualTo(VerdictCode.NOT_FOUND);
        assertThat(node.verify(wrongChecksum)).isEqualTo(VerdictCode.NOT_FOUND);
        assertThat(node.tableReads()).isZero();
    }

    @Test
    void aSecretUnderAnOlderPepperIsStillRecognised() {
        Peppers old = Examples.PEPPERS;
        Peppers rotated = Peppers.of(Examples.pepper("p2", 2), old.all());
        ledger.append(Examples.issued(1), underPepper(2, rotated));
        NodeForTests node = kept(new NodeForTests(ledger, "node", rotated, Clock.systemUTC()));
        node.awaitTrust();

        assertThat(node.verify(token(1))).isEqualTo(VerdictCode.VALID);
        NodeForTests.await(() -> node.resident(token(1)) == VerdictCode.VALID);
        assertThat(node.verify(token(2))).isEqualTo(VerdictCode.VALID);
        assertThat(node.verify(token(3))).isEqualTo(VerdictCode.NOT_FOUND);
    }

    private static ApiKeyIssued underPepper(int number, Peppers peppers) {
        return new ApiKeyIssued(
                key(number),
                Examples.WORKSPACE,
                Examples.HUB,
                "A key",
                List.of("read:members"),
                null,
                List.of(),
                Map.of(),
                Examples.record(token(number), peppers));
    }

    @Test
    void anExpiredKeyIsRefusedFromMemoryAtItsInstant() {
        Instant end = Instant.now().plusMillis(300);
        ledger.append(Examples.issued(1), new ApiKeyExpirySet(key(1), null, end));
        NodeForTests node = node();

        NodeForTests.await(() -> node.verify(token(1)) == VerdictCode.EXPIRED);

        assertThat(Instant.now()).isAfterOrEqualTo(end.minusMillis(1));
    }

    @Test
    void withoutItsDatabaseANodeKnowsNothingAndSaysSo() {
        ledger.append(Examples.issued(1));
        NodeForTests node = node();
        assertThat(node.verify(token(1))).isEqualTo(VerdictCode.VALID);

        ledger.database().close();

        NodeForTests.await(() -> node.resident(token(1)) == null);
        assertThatThrownBy(() -> node.verify(token(1)))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(TruthUnavailableException.class);
        assertThat(node.health().problems()).isNotEmpty();
    }

    @Test
    void aNodeWhoseClockIsWrongJudgesByTheDatabasesClock() {
        Instant end = Instant.now().minusSeconds(60);
        ledger.append(Examples.issued(1, end));
        Clock slow = Clock.fixed(Instant.now().minusSeconds(3_600), ZoneOffset.UTC);
        NodeForTests node = kept(new NodeForTests(ledger, "slow", Examples.PEPPERS, slow));
        NodeForTests.await(() -> node.health().clockSkew().compareTo(Duration.ofMinutes(-50)) < 0);

        assertThat(node.verify(token(1))).isEqualTo(VerdictCode.EXPIRED);
        assertThat(node.resident(token(1))).isNull();
        assertThat(node.health().isReady()).isFalse();
    }

    @Test
    void aSingleNodeConfirmsAtOnce() {
        NodeForTests node = node();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            long position = ledger.append(Examples.issued(i));
            best = Math.min(best, node.await(position).waited().toMillis());
        }

        assertThat(best).isLessThan(20);
    }

    @Test
    void underLoadNoVerificationThatStartsAfterAConfirmationSeesWhatWasBefore() throws Exception {
        int keys = 40;
        NodeForTests writer = kept(NodeForTests.trusted(ledger, "writer"));
        NodeForTests reader = kept(NodeForTests.trusted(ledger, "reader"));
        AtomicInteger revokedUpTo = new AtomicInteger(-1);
        AtomicBoolean done = new AtomicBoolean();
        for (int i = 0; i < keys; i++) {
            ledger.append(Examples.issued(i));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Long> load = threads.submit(() -> stale(reader, keys, revokedUpTo, done));
            for (int i = 0; i < keys; i++) {
                writer.await(ledger.append(new ApiKeyRevoked(key(i))));
                revokedUpTo.set(i);
            }
            done.set(true);

            assertThat(load.get()).isZero();
        }
    }

    /** Verifies all keys over and over, and counts acceptances of keys that were revoked before. */
    private static long stale(
            NodeForTests node, int keys, AtomicInteger revokedUpTo, AtomicBoolean done) {
        long stale = 0;
        while (!done.get()) {
            for (int i = 0; i < keys; i++) {
                int before = revokedUpTo.get();
                if (node.verify(token(i)) == VerdictCode.VALID && i <= before) {
                    stale++;
                }
            }
        }
        return stale;
    }
}
