package io.keyledger.query.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.keyledger.api.token.Digest;
import io.keyledger.query.verification.LedgerForTests;
import io.keyledger.query.verification.TruthUnavailableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Checklist VF-13: a proof counts once, at whatever node. On a real PostgreSQL. */
class ProofRegisterTest {

    private static final Instant UNTIL = Instant.parse("2126-11-22T12:00:00Z");

    private final LedgerForTests ledger = LedgerForTests.withApps();
    private final HikariDataSource pool = ledger.pool();
    private final ProofRegister one = new ProofRegister(new ProofTable(pool));
    private final ProofRegister other = new ProofRegister(new ProofTable(pool));

    @AfterEach
    void close() {
        one.close();
        other.close();
        pool.close();
        ledger.close();
    }

    private static boolean use(ProofRegister node, int proof) {
        return joined(node.use(digest(proof), UNTIL));
    }

    private static boolean joined(CompletionStage<Boolean> outcome) {
        return outcome.toCompletableFuture().join();
    }

    private static Digest digest(int proof) {
        return new Digest(proof, 0, 0, 0);
    }

    @Test
    void aProofCountsOnceAtOneNode() {
        assertThat(use(one, 1)).isTrue();
        assertThat(use(one, 1)).isFalse();
        assertThat(use(one, 2)).isTrue();
    }

    @Test
    void aProofThatOneNodeHasSeenNoOtherAccepts() {
        assertThat(use(one, 1)).isTrue();
        assertThat(use(other, 1)).isFalse();
        assertThat(use(other, 2)).isTrue();
        assertThat(use(one, 2)).isFalse();
    }

    @Test
    void ofManyWhoComeAtOnceToTwoNodesOneIsAccepted() {
        List<CompletableFuture<Boolean>> outcomes = new ArrayList<>();
        for (int proof = 0; proof < 200; proof++) {
            for (ProofRegister node : List.of(one, other, one, other)) {
                outcomes.add(node.use(digest(proof), UNTIL).toCompletableFuture());
            }
        }

        assertThat(outcomes.stream().filter(CompletableFuture::join)).hasSize(200);
    }

    /** A node that has forgotten, as one that was started anew, asks the table. */
    @Test
    void aNodeThatWasStartedAnewKnowsWhatWasUsedBefore() {
        use(one, 1);

        try (ProofRegister again = new ProofRegister(new ProofTable(pool))) {
            assertThat(use(again, 1)).isFalse();
        }
    }

    @Test
    void whileTheTableCannotBeReachedNoProofCountsAndNoneIsUsedUp() {
        ledger.asOwner("alter table used_proof rename to gone");
        assertThatThrownBy(() -> use(one, 1))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(TruthUnavailableException.class);

        ledger.asOwner("alter table gone rename to used_proof");
        assertThat(use(one, 1)).isTrue();
    }

    @Test
    void proofsAreForgottenOnceTheyAreTooOldAnyway() {
        Instant now = Instant.parse("2026-11-22T12:00:00Z");
        joined(one.use(digest(1), now.minusSeconds(1)));
        joined(one.use(digest(2), now));

        assertThat(new ExpiredTokens(ledger.jdbc(), new ProofTable(pool)).forgetProofs(now))
                .isEqualTo(1);

        assertThat(Stream.of(1, 2).map(proof -> use(other, proof))).containsExactly(true, false);
    }
}
