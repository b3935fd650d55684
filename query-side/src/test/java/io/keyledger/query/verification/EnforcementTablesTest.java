package io.keyledger.query.verification;

import static io.keyledger.query.verification.Examples.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyAddressesRestricted;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyExpirySet;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyIssued;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRevoked;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRotated;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyScopesChanged;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeySecretRetired;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeySecretRevoked;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.ledger.EventCatalog;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspacePlanChanged;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceRegistered;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceResumed;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceSuspended;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.query.oauth.OAuthProjection;
import io.keyledger.verdict.Credential;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The enforcement tables on a real PostgreSQL. */
class EnforcementTablesTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant ONE = NOON.plusSeconds(3_600);
    private static final Instant TWO = NOON.plusSeconds(7_200);
    private static final int NEW_SECRET = 1_000;

    private final LedgerForTests ledger = LedgerForTests.withWorkspace();
    private final Truth truth =
            new Truth(
                    ledger.jdbc(),
                    new CompiledProfiles(),
                    new VerificationMeters(new SimpleMeterRegistry()));

    @AfterEach
    void close() {
        ledger.close();
    }

    private Credential credential(int secret) {
        Truth.Found found = truth.find(Examples.digest(Examples.token(secret), Examples.PEPPERS));
        assertThat(found).isNotNull();
        return found.credential();
    }

    private static ApiKeyRotated rotated(Instant previousValidUntil) {
        return new ApiKeyRotated(
                key(1), 2, Examples.record(Examples.token(NEW_SECRET)), 1, previousValidUntil);
    }

    private static ApiKeyRotated rotatedFromNothing() {
        return new ApiKeyRotated(key(1), 8, Examples.record(Examples.token(NEW_SECRET)), 7, ONE);
    }

    @Test
    void everyEventOfTheCatalogReachesAHandler() {
        List<Class<?>> handled =
                Stream.of(VerificationProjection.class, OAuthProjection.class)
                        .flatMap(projection -> Stream.of(projection.getDeclaredMethods()))
                        .filter(method -> method.isAnnotationPresent(EventHandler.class))
                        .map(Method::getParameterTypes)
                        .<Class<?>>map(parameters -> parameters[0])
                        .toList();

        assertThat(EventCatalog.types())
                .isNotEmpty()
                .allMatch(event -> handled.stream().anyMatch(it -> it.isAssignableFrom(event)));
    }

    @Test
    void anIssuedKeyIsACredentialAtThePositionOfItsEvent() {
        long position = ledger.append(Examples.issued(1, ONE));

        Credential credential = credential(1);

        assertThat(credential.id()).isEqualTo(key(1).value());
        assertThat(credential.scopes()).isEqualTo(Set.of("read:members"));
        assertThat(credential.validUntil()).isEqualTo(ONE.toEpochMilli());
        assertThat(credential.generation()).isEqualTo(1);
        assertThat(credential.revoked()).isFalse();
        assertThat(credential.position()).isEqualTo(position);
    }

    @Test
    void aSecretThatWasRotatedAwayTwiceIsNotWaitingToBeRetired() {
        ledger.append(
                Examples.issued(1),
                rotated(ONE),
                new ApiKeyRotated(
                        key(1), 3, Examples.record(Examples.token(NEW_SECRET + 1)), 2, TWO));

        assertThat(new RetirementCandidates(ledger.jdbc()).due(TWO, 10))
                .containsExactly(new RetirementCandidates.Secret(key(1), 2));
        assertThat(credential(1).revoked()).isTrue();
    }

    @Test
    void aKeyWithoutExpiryIsValidForever() {
        ledger.append(Examples.issued(1));

        assertThat(credential(1).validUntil()).isEqualTo(Credential.FOREVER);
    }

    @Test
    void aRotationGivesTheNewSecretAllOfTheKeyAndTheOldOneItsGrace() {
        ledger.append(
                Examples.issued(1),
                new ApiKeyScopesChanged(key(1), List.of(), List.of("write:members")),
                new ApiKeyAddressesRestricted(key(1), List.of(), List.of("203.0.113.0/24")),
                rotated(ONE));

        Credential successor = credential(NEW_SECRET);
        assertThat(successor.generation()).isEqualTo(2);
        assertThat(successor.scopes()).isEqualTo(Set.of("write:members"));
        assertThat(successor.addresses().admit("203.0.113.9")).isTrue();
        assertThat(successor.addresses().admit("198.51.100.1")).isFalse();
        assertThat(successor.validUntil()).isEqualTo(Credential.FOREVER);
        assertThat(credential(1).validUntil()).isEqualTo(ONE.toEpochMilli());
    }

    @Test
    void neitherALaterExpiryNorNoneLengthensAGrace() {
        ledger.append(Examples.issued(1), rotated(ONE));

        ledger.append(new ApiKeyExpirySet(key(1), null, TWO));
        assertThat(credential(1).validUntil()).isEqualTo(ONE.toEpochMilli());
        assertThat(credential(NEW_SECRET).validUntil()).isEqualTo(TWO.toEpochMilli());

        ledger.append(new ApiKeyExpirySet(key(1), TWO, null));
        assertThat(credential(1).validUntil()).isEqualTo(ONE.toEpochMilli());
        assertThat(credential(NEW_SECRET).validUntil()).isEqualTo(Credential.FOREVER);
    }

    @Test
    void anEarlierExpiryEndsAGraceToo() {
        ledger.append(Examples.issued(1), rotated(TWO));

        ledger.append(new ApiKeyExpirySet(key(1), null, ONE));

        assertThat(credential(1).validUntil()).isEqualTo(ONE.toEpochMilli());
    }

    @Test
    void revokingAKeyRevokesAllItsSecrets() {
        ledger.append(Examples.issued(1), rotated(ONE), new ApiKeyRevoked(key(1)));

        assertThat(credential(1).revoked()).isTrue();
        assertThat(credential(NEW_SECRET).revoked()).isTrue();
    }

    @Test
    void revokingOneSecretLeavesTheOtherAlone() {
        ledger.append(Examples.issued(1), rotated(ONE), new ApiKeySecretRevoked(key(1), 1));

        assertThat(credential(1).revoked()).isTrue();
        assertThat(credential(NEW_SECRET).revoked()).isFalse();
    }

    /** A key that has lost its last secret gets one that works. */
    @Test
    void aRotationGivesALiveSecretWhenTheOldOneWasRevoked() {
        ledger.append(Examples.issued(1), new ApiKeySecretRevoked(key(1), 1), rotated(ONE));

        assertThat(credential(1).revoked()).isTrue();
        assertThat(credential(NEW_SECRET).revoked()).isFalse();
    }

    @Test
    void theSecretOfOneKeyCannotBecomeTheSecretOfAnother() {
        ledger.append(Examples.issued(1));
        ApiKeyIssued copy =
                new ApiKeyIssued(
                        key(2),
                        Examples.WORKSPACE,
                        Examples.HUB,
                        "A copy",
                        List.of("read:members"),
                        null,
                        List.of(),
                        Map.of(),
                        Examples.record(Examples.token(1)));

        assertThatThrownBy(() -> ledger.append(copy))
                .isInstanceOf(CommandRejected.class)
                .hasMessage("SECRET_REUSED");
    }

    @Test
    void aFailedProjectionTakesTheEventBackWithIt() {
        assertThatThrownBy(() -> ledger.append(Examples.issued(1), rotatedFromNothing()))
                .isInstanceOf(RuntimeException.class);

        assertThat(ledger.jdbc().sql("select count(*) from credential").query(Long.class).single())
                .isZero();
        assertThat(
                        ledger.jdbc()
                                .sql("select count(*) from ledger_event")
                                .query(Long.class)
                                .single())
                .isEqualTo(2);
    }

    @Test
    void everyEventMayComeTwice() {
        Object[] history = {
            Examples.issued(1),
            Examples.issued(2),
            new ApiKeyScopesChanged(key(1), List.of(), List.of("write:members")),
            rotated(ONE),
            new ApiKeySecretRetired(key(1), 1),
            new ApiKeyExpirySet(key(1), null, TWO),
            new ApiKeyRevoked(key(2)),
            new WorkspacePlanChanged(Examples.WORKSPACE, "enterprise", "free"),
            new WorkspaceSuspended(Examples.WORKSPACE),
        };
        ledger.append(history);
        List<@Nullable String> once = rows();

        ledger.append(
                Stream.concat(
                                Stream.of(
                                        Examples.profilePublished(1, 1),
                                        Examples.workspaceRegistered()),
                                Stream.of(history))
                        .toArray());

        assertThat(rows()).isEqualTo(once);
    }

    private List<@Nullable String> rows() {
        return ledger.jdbc()
                .sql(
                        """
                        select (to_jsonb(c) - 'position')::text || (to_jsonb(w) - 'position')::text
                            || (to_jsonb(p) - 'position')::text
                        from credential c join workspace_standing w using (workspace_id)
                            join hub_profile p using (hub_id)
                        order by digest
                        """)
                .query(String.class)
                .list();
    }

    @Test
    void suspendingAndResumingAWorkspaceChangesItsOneRow() {
        ledger.append(Examples.issued(1));
        long issued = credential(1).position();

        ledger.append(new WorkspaceSuspended(Examples.WORKSPACE));
        assertThat(truth.standing(Examples.WORKSPACE.value()))
                .matches(standing -> standing.suspended());

        ledger.append(new WorkspaceResumed(Examples.WORKSPACE));
        assertThat(truth.standing(Examples.WORKSPACE.value()))
                .matches(standing -> !standing.suspended());
        assertThat(credential(1).position()).isEqualTo(issued);
    }

    @Test
    void anExternalIdIsTakenOnlyOncePerHub() {
        WorkspaceId first = new WorkspaceId("ws_" + "1".repeat(20));
        WorkspaceId second = new WorkspaceId("ws_" + "2".repeat(20));
        ledger.append(new WorkspaceRegistered(first, Examples.HUB, "A", "free", "crm-7"));

        assertThatThrownBy(() ->
                        ledger.append(
                                new WorkspaceRegistered(
                                        second, Examples.HUB, "B", "free", "crm-7")))
                .isInstanceOf(CommandRejected.class)
                .hasMessage("EXTERNAL_ID_TAKEN");
        WorkspaceDirectory directory = new WorkspaceDirectory(new WorkspaceTable(ledger.jdbc()));
        assertThat(directory.withExternalId(Examples.HUB, "crm-7")).contains(first);
        assertThat(directory.hubOf(first)).contains(Examples.HUB);
        assertThat(directory.hubOf(second)).isEmpty();
    }

    @Test
    void theLatestProfileJudgesAndAnOlderOneDoesNotComeBack() {
        HubDirectory hubs =
                new HubDirectory(new HubProfileTable(ledger.jdbc()), new CompiledProfiles());
        ledger.append(Examples.profilePublished(2, 7));

        ledger.append(Examples.profilePublished(1, 1));

        assertThat(hubs.current(Examples.HUB)).contains(Examples.profile(7));
        assertThat(hubs.othersHeldStill(new HubId("acme"))).containsExactly(Examples.profile(7));
        assertThat(hubs.othersHeldStill(Examples.HUB)).isEmpty();
    }

    @Test
    void aHubIsInUseUntilItsLastKeyIsRevoked() {
        HubDirectory hubs =
                new HubDirectory(new HubProfileTable(ledger.jdbc()), new CompiledProfiles());
        assertThat(hubs.hasLiveKeys(Examples.HUB)).isFalse();

        ledger.append(Examples.issued(1));
        assertThat(hubs.hasLiveKeys(Examples.HUB)).isTrue();
        assertThat(hubs.hasLiveKeys(new HubId("acme"))).isFalse();

        ledger.append(new ApiKeyRevoked(key(1)));
        assertThat(hubs.hasLiveKeys(Examples.HUB)).isFalse();
    }

    @Test
    void aSecretIsDueForRetirementWhenItsGraceIsOverAndNotBefore() {
        RetirementCandidates candidates = new RetirementCandidates(ledger.jdbc());
        ledger.append(Examples.issued(1), rotated(ONE));

        assertThat(candidates.due(ONE.minusMillis(1), 10)).isEmpty();
        assertThat(candidates.due(ONE, 10))
                .containsExactly(new RetirementCandidates.Secret(key(1), 1));

        ledger.append(new ApiKeySecretRetired(key(1), 1));
        assertThat(candidates.due(TWO, 10)).isEmpty();
    }

    @Test
    void theProductCannotForgetASecret() {
        ledger.append(Examples.issued(1));

        assertThatThrownBy(() -> ledger.jdbc().sql("delete from credential").update())
                .hasStackTraceContaining("only expired access tokens may be forgotten");
    }
}
