package io.keyledger.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.hub.Refusal;
import io.keyledger.verdict.access.AddressBlocks;
import io.keyledger.verdict.profile.CompiledProfile;
import io.keyledger.verdict.ratelimit.BudgetState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Decisions on access tokens. */
class TokenDecisionTest {

    private static final CompiledProfile HUBNITY = CompiledProfile.compile(Hubs.hubnity(), 1, 1);
    private static final WorkspaceStanding STANDING =
            new WorkspaceStanding("ws_1", "hubnity", "enterprise", false, 1);
    private static final VerificationRequest GET =
            VerificationRequest.of("hubnity", "GET", "/v1/members", null);
    private static final long NOW = 1_000;

    private final List<String> charged = new ArrayList<>();

    private VerdictCode decide(Credential credential, @Nullable String provenKey) {
        return Decision.decide(
                        credential,
                        STANDING,
                        HUBNITY,
                        GET.proving(provenKey),
                        NOW,
                        (subject, limits, cost) -> {
                            charged.add(subject);
                            return new BudgetState(true, 100, 99, 0, 0);
                        })
                .code();
    }

    private static Credential token(Delegation delegation, long validUntil, boolean revoked) {
        return new Credential(
                "grt_1",
                CredentialKind.ACCESS_TOKEN,
                "ws_1",
                1,
                Set.of("read:members"),
                validUntil,
                revoked,
                AddressBlocks.ANYWHERE,
                null,
                delegation,
                1);
    }

    private static Credential bound(@Nullable String key) {
        return token(new Delegation("app_1", "acc_1", key, 0), NOW + 1, false);
    }

    private static Credential key() {
        return new Credential(
                "key_1",
                CredentialKind.API_KEY,
                "ws_1",
                1,
                Set.of("read:members"),
                Credential.FOREVER,
                false,
                AddressBlocks.ANYWHERE,
                1);
    }

    @Test
    void aBoundTokenIsAcceptedWithItsKeyAndWithNoOther() {
        assertThat(decide(bound("a"), "a")).isEqualTo(VerdictCode.VALID);
        assertThat(decide(bound("a"), "b")).isEqualTo(VerdictCode.PROOF_INVALID);
        assertThat(decide(bound("a"), null)).isEqualTo(VerdictCode.PROOF_INVALID);
        assertThat(decide(bound("a"), VerificationRequest.NOT_PROVEN))
                .isEqualTo(VerdictCode.PROOF_INVALID);
    }

    @Test
    void whatIsBoundToNoKeyIsAcceptedWithoutAProofOnly() {
        for (Credential credential : List.of(bound(null), key())) {
            assertThat(decide(credential, null)).isEqualTo(VerdictCode.VALID);
            assertThat(decide(credential, "a")).isEqualTo(VerdictCode.PROOF_INVALID);
            assertThat(decide(credential, VerificationRequest.NOT_PROVEN))
                    .isEqualTo(VerdictCode.PROOF_INVALID);
        }
    }

    /** Else a stolen token's state could be found out without its key. */
    @Test
    void deadTokensAreToldAsSuchBeforeTheirProofIsLookedAt() {
        Delegation delegation = new Delegation("app_1", "acc_1", "a", 0);

        assertThat(decide(token(delegation, NOW + 1, true), "b")).isEqualTo(VerdictCode.REVOKED);
        assertThat(decide(token(delegation, NOW, false), "b")).isEqualTo(VerdictCode.EXPIRED);
    }

    @Test
    void toItsClientAnUnprovenTokenLooksLikeAnUnknownOne() {
        assertThat(VerdictCode.PROOF_INVALID.refusal()).isEqualTo(Refusal.INVALID);
        assertThat(VerdictCode.NOT_FOUND.refusal()).isEqualTo(Refusal.INVALID);
    }

    @Test
    void aRequestThatIsNotProvenSpendsNothing() {
        decide(bound("a"), "b");

        assertThat(charged).isEmpty();
    }

    @Test
    void aTokenOfAPersonIsCountedByItsGrant() {
        decide(bound(null), null);

        assertThat(charged).containsExactly("grt_1");
    }

    /** Each of its tokens is a grant of its own: else it could buy budget with tokens. */
    @Test
    void anAppThatActsForItselfIsCountedAsTheApp() {
        decide(token(new Delegation("app_1", null, null, 0), NOW + 1, false), null);

        assertThat(charged).containsExactly("app_1");
    }
}
