package io.keyledger.resourceserver.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.keyledger.api.token.TokenFormat;
import io.keyledger.resourceserver.examples.ExampleHubs;
import io.keyledger.resourceserver.examples.StubDataPlane;
import io.keyledger.resourceserver.judge.Proof;
import io.keyledger.resourceserver.judge.TruthUnknownException;
import io.keyledger.resourceserver.remote.DataPlaneClient;
import io.keyledger.resourceserver.remote.RemoteProfiles;
import io.keyledger.verdict.Delegation;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.VerdictCode;
import io.keyledger.verdict.VerificationRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplicatedJudgeTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final StubDataPlane plane = StubDataPlane.start();
    private final String token = token("acme");
    private ReplicatedJudge judge = judge(true);

    @BeforeEach
    void begin() {
        plane.publish(ExampleHubs.acme(1));
        plane.publish(ExampleHubs.plain());
        plane.know(token, "acme", "parts:read");
        judge.start();
        awaitTrust();
    }

    @AfterEach
    void end() throws InterruptedException {
        judge.stop();
        plane.close();
    }

    @Test
    void secondVerdictAsksNobody() {
        assertThat(code()).isEqualTo(VerdictCode.VALID);
        int asked = plane.factsAsked();

        for (int i = 0; i < 50; i++) {
            assertThat(code()).isEqualTo(VerdictCode.VALID);
        }

        assertThat(plane.factsAsked()).isEqualTo(asked);
        assertThat(plane.asked()).as("verify").isEmpty();
    }

    @Test
    void verdictsAreTheNodesOwn() {
        assertThat(code()).isEqualTo(VerdictCode.VALID);
        assertThat(judge.judge(token, request("POST", "/v1/parts")).missingScope())
                .isEqualTo("parts:write");
        assertThat(judge.judge(token, request("GET", "/v1/nothing")).code())
                .isEqualTo(VerdictCode.ROUTE_UNKNOWN);
        assertThat(judge.judge("acme_nonsense", request("GET", "/v1/parts")).code())
                .isEqualTo(VerdictCode.NOT_FOUND);
        assertThat(plane.asked()).isEmpty();
    }

    @Test
    void revokedCredentialIsRefusedOnceTheReplicaHasSaidSo() {
        assertThat(code()).isEqualTo(VerdictCode.VALID);

        plane.revoke(token);
        awaitApplied();

        assertThat(code()).isEqualTo(VerdictCode.REVOKED);
    }

    @Test
    void factsThatWereReadBeforeARevocationAreNotRemembered() {
        plane.whileAnsweringFacts(() -> {
            plane.whileAnsweringFacts(() -> {});
            plane.revoke(token);
            awaitApplied();
        });

        assertThat(code()).as("judged by what was read before").isEqualTo(VerdictCode.VALID);
        assertThat(code()).as("and never again").isEqualTo(VerdictCode.REVOKED);
    }

    @Test
    void newCredentialIsAcceptedThoughItWasLookedForBefore() {
        String early = token("acme");
        assertThat(judge.judge(early, request("GET", "/v1/parts")).code())
                .isEqualTo(VerdictCode.NOT_FOUND);
        int asked = plane.factsAsked();
        assertThat(judge.judge(early, request("GET", "/v1/parts")).code())
                .isEqualTo(VerdictCode.NOT_FOUND);
        assertThat(plane.factsAsked()).as("remembered as absent").isEqualTo(asked);

        plane.know(early, "acme", "parts:read");
        plane.announce("credential handle-" + early);
        awaitApplied();

        assertThat(judge.judge(early, request("GET", "/v1/parts")).code())
                .isEqualTo(VerdictCode.VALID);
    }

    @Test
    void credentialThatOneHubLacksIsKnownToAnother() {
        VerificationRequest elsewhere =
                VerificationRequest.of("plain", "GET", "/v1/parts", "127.0.0.1");

        assertThat(judge.judge(token, elsewhere).code()).isEqualTo(VerdictCode.NOT_FOUND);
        assertThat(code()).isEqualTo(VerdictCode.VALID);
        assertThat(judge.judge(token, elsewhere).code()).isEqualTo(VerdictCode.NOT_FOUND);
    }

    @Test
    void withoutTrustTheDataPlaneIsAsked() {
        assertThat(code()).isEqualTo(VerdictCode.VALID);
        plane.lendTrust(0);
        await().until(() -> !judge.isTrusting());

        assertThat(code()).isEqualTo(VerdictCode.VALID);
        assertThat(plane.asked()).hasSize(1);
    }

    @Test
    void withoutTrustAndWithoutDataPlaneNothingIsKnown() {
        assertThat(code()).isEqualTo(VerdictCode.VALID);
        plane.force(503);
        await().atMost(Duration.ofSeconds(5)).until(() -> !judge.isTrusting());

        assertThatThrownBy(this::code).isInstanceOf(TruthUnknownException.class);
    }

    @Test
    void interruptionThatCannotBeResumedEmptiesTheCopy() {
        assertThat(code()).isEqualTo(VerdictCode.VALID);
        int asked = plane.factsAsked();

        plane.startAnotherRun();
        await().until(() -> {
            code();
            return plane.factsAsked() > asked;
        });

        assertThat(code()).isEqualTo(VerdictCode.VALID);
    }

    @Test
    void changedProfileAndWorkspaceAreAskedForAgain() {
        assertThat(code()).isEqualTo(VerdictCode.VALID);
        int asked = plane.factsAsked();

        plane.announce("hub acme");
        awaitApplied();
        assertThat(code()).isEqualTo(VerdictCode.VALID);
        assertThat(plane.factsAsked()).isEqualTo(asked + 1);

        plane.announce("workspace ws_acme");
        awaitApplied();
        assertThat(code()).isEqualTo(VerdictCode.VALID);
        assertThat(plane.factsAsked()).isEqualTo(asked + 2);
    }

    @Test
    void whatIsNotUnderstoodEmptiesTheCopy() {
        assertThat(code()).isEqualTo(VerdictCode.VALID);
        int asked = plane.factsAsked();

        plane.announce("moon phase");
        awaitApplied();

        assertThat(code()).isEqualTo(VerdictCode.VALID);
        assertThat(plane.factsAsked()).isGreaterThan(asked);
    }

    @Test
    void anAccessTokenIsJudgedHereTooAndTellsWhomItActsFor() {
        plane.knowToken(token, "acme", null, "parts:read");

        Verdict verdict = judge.judge(token, request("GET", "/v1/parts"));

        assertThat(verdict.code()).isEqualTo(VerdictCode.VALID);
        assertThat(verdict.credential()).isNotNull();
        assertThat(verdict.credential().delegation())
                .isEqualTo(new Delegation("app_1", "acc_1", null, 1_000));
        assertThat(plane.asked()).isEmpty();
        plane.revoke(token);
        awaitApplied();
        assertThat(code()).isEqualTo(VerdictCode.REVOKED);
    }

    @Test
    void aBoundTokenAsBearerIsRefusedHere() {
        plane.knowToken(token, "acme", "a-key", "parts:read");

        assertThat(code()).isEqualTo(VerdictCode.PROOF_INVALID);
        assertThat(plane.asked()).isEmpty();
    }

    /** Whether a proof was used before, only all nodes together know. */
    @Test
    void aProofIsCheckedByTheDataPlaneEachTime() {
        plane.knowToken(token, "acme", "a-key", "parts:read");

        for (int i = 1; i <= 3; i++) {
            assertThat(proven("a-key")).isEqualTo(VerdictCode.VALID);
            assertThat(plane.asked()).hasSize(i);
        }
        assertThat(proven("another-key")).isEqualTo(VerdictCode.PROOF_INVALID);
        assertThat(proven("")).isEqualTo(VerdictCode.PROOF_INVALID);
    }

    private VerdictCode proven(String proof) {
        return judge.judgeProven(
                        token,
                        new Proof(proof, "GET", "https://acme.example/v1/parts"),
                        request("GET", "/v1/parts"))
                .code();
    }

    @Test
    void budgetIsCountedHere() {
        for (int i = 0; i < 100; i++) {
            assertThat(code()).isEqualTo(VerdictCode.VALID);
        }
        Verdict verdict = judge.judge(token, request("GET", "/v1/parts"));

        assertThat(verdict.code()).isEqualTo(VerdictCode.RATE_LIMITED);
        assertThat(verdict.facts().retryAfterSeconds()).isEqualTo(1);
    }

    @Test
    void budgetIsCountedByTheDataPlaneWhereThatIsChosen() throws InterruptedException {
        judge.stop();
        judge = judge(false);
        judge.start();
        awaitTrust();

        assertThat(code()).isEqualTo(VerdictCode.VALID);
        assertThat(code()).isEqualTo(VerdictCode.VALID);

        assertThat(plane.budgetLeft()).isEqualTo(98);
    }

    private VerdictCode code() {
        return judge.judge(token, request("GET", "/v1/parts")).code();
    }

    private static VerificationRequest request(String method, String path) {
        return VerificationRequest.of("acme", method, path, "127.0.0.1");
    }

    private void awaitTrust() {
        await().until(() -> judge.isTrusting());
    }

    private void awaitApplied() {
        await().until(() -> plane.applied() == plane.announced());
    }

    private ReplicatedJudge judge(boolean localBudgets) {
        DataPlaneClient client = client(plane.url());
        return new ReplicatedJudge(
                client(plane.url()),
                client,
                new RemoteProfiles(client),
                localBudgets,
                1_000,
                Clock.systemUTC());
    }

    private static DataPlaneClient client(URI url) {
        return new DataPlaneClient(
                DataPlaneClient.connections(Duration.ofSeconds(1)),
                url,
                () -> StubDataPlane.KEY,
                Duration.ofSeconds(1));
    }

    /** Well-formed, with a true checksum. */
    private static String token(String prefix) {
        String body = prefix + "_" + "%032d".formatted(NUMBER.incrementAndGet());
        byte[] bytes = new byte[body.length() + TokenFormat.CHECKSUM_LENGTH];
        System.arraycopy(body.getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, body.length());
        TokenFormat.appendChecksum(bytes, body.length(), new CRC32());
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
