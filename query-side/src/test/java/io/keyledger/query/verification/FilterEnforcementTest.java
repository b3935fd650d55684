package io.keyledger.query.verification;

import static io.keyledger.query.verification.Examples.key;
import static io.keyledger.query.verification.Examples.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.api.access.Condition;
import io.keyledger.api.access.Operator;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyIssued;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRevoked;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRotated;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeySecretRevoked;
import io.keyledger.api.campaign.CampaignEvent.CampaignArchived;
import io.keyledger.api.campaign.CampaignEvent.CampaignCreated;
import io.keyledger.api.campaign.CampaignEvent.CampaignFilterChanged;
import io.keyledger.api.campaign.CampaignEvent.CampaignFilterDefined;
import io.keyledger.api.campaign.CampaignEvent.CampaignFilterRemoved;
import io.keyledger.api.campaign.CampaignId;
import io.keyledger.api.campaign.CampaignSchema;
import io.keyledger.api.campaign.FilterBinding;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.Verdict;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Access filters in the enforcement tables, on a real PostgreSQL, as the runtime role. */
class FilterEnforcementTest {

    private static final CampaignId SPRING = new CampaignId("cmp_" + "1".repeat(20));
    private static final CampaignId AUTUMN = new CampaignId("cmp_" + "2".repeat(20));
    private static final WorkspaceId OTHER = new WorkspaceId("ws_" + "o".repeat(20));
    private static final FilterBinding VENDOR = new FilterBinding(SPRING, "Vendor XYZ");
    private static final FilterBinding WHOLE = new FilterBinding(SPRING, null);
    private static final List<Condition> FROM_VENDOR = equal("Vendor \"Ø\" 😀");
    private static final List<Condition> FROM_WEB = equal("Web");
    private static final int NEW_SECRET = 1_000;

    private final LedgerForTests ledger = LedgerForTests.withWorkspace();
    private final CampaignDirectory campaigns =
            new CampaignDirectory(new CampaignTable(ledger.jdbc()));
    private final Truth truth =
            new Truth(
                    ledger.jdbc(),
                    new CompiledProfiles(),
                    new VerificationMeters(new SimpleMeterRegistry()));

    @AfterEach
    void close() {
        ledger.close();
    }

    private void spring() {
        ledger.append(created(SPRING, "1"), defined());
    }

    private Credential credential(int secret) {
        Truth.Found found = truth.find(Examples.digest(token(secret), Examples.PEPPERS));
        return Objects.requireNonNull(found).credential();
    }

    @Test
    void aBoundKeyIsACredentialWithItsResolvedFilter() {
        spring();
        ledger.append(issued(1, VENDOR), issued(2, WHOLE), Examples.issued(3));

        assertThat(credential(1).filter())
                .isEqualTo(new AccessFilter("leads", "campaign", "1", FROM_VENDOR));
        assertThat(credential(2).filter())
                .isEqualTo(new AccessFilter("leads", "campaign", "1", List.of()));
        assertThat(credential(3).filter()).isNull();
    }

    @Test
    void keysOfOneFilterShareItInMemory() {
        spring();
        ledger.append(issued(1, VENDOR), issued(2, VENDOR));

        assertThat(credential(1).filter()).isSameAs(credential(2).filter());
    }

    @Test
    void aChangedFilterChangesEveryCredentialThatIsBoundToItAndNoOther() {
        spring();
        ledger.append(issued(1, VENDOR), issued(2, VENDOR), issued(3, WHOLE), rotated(2));
        long before = credential(3).position();

        long position = ledger.append(changed());

        for (int secret : List.of(1, 2, NEW_SECRET)) {
            assertThat(conditions(secret)).isEqualTo(FROM_WEB);
            assertThat(credential(secret).position()).isEqualTo(position);
        }
        assertThat(conditions(3)).isEmpty();
        assertThat(credential(3).position()).isEqualTo(before);
    }

    @Test
    void aKeyIsIssuedWithTheFilterAsItIsNow() {
        spring();
        ledger.append(changed(), issued(1, VENDOR));

        assertThat(conditions(1)).isEqualTo(FROM_WEB);
    }

    @Test
    void aRotatedKeyKeepsItsFilter() {
        spring();
        ledger.append(issued(1, VENDOR), rotated(1));

        assertThat(credential(NEW_SECRET).filter()).isEqualTo(credential(1).filter());
    }

    @Test
    void everyNodeJudgesByTheChangedFilterOnceItHasConfirmed() {
        spring();
        ledger.append(issued(1, VENDOR));
        try (NodeForTests one = NodeForTests.trusted(ledger, "one");
                NodeForTests other = NodeForTests.trusted(ledger, "other")) {
            assertThat(judged(one)).isEqualTo(FROM_VENDOR);
            assertThat(judged(other)).isEqualTo(FROM_VENDOR);

            one.await(ledger.append(changed()));

            assertThat(judged(one)).isEqualTo(FROM_WEB);
            assertThat(judged(other)).isEqualTo(FROM_WEB);
        }
    }

    private static List<Condition> judged(NodeForTests node) {
        Verdict verdict =
                node.verifier()
                        .verify(token(1), Examples.ANYTHING)
                        .toCompletableFuture()
                        .orTimeout(10, TimeUnit.SECONDS)
                        .join();
        AccessFilter filter = Objects.requireNonNull(verdict.credential()).filter();
        return Objects.requireNonNull(filter).conditions();
    }

    @Test
    void aKeyCannotBeBoundToWhatWentBetweenDecisionAndAppend() {
        spring();
        ledger.append(new CampaignFilterRemoved(SPRING, "Vendor XYZ", FROM_VENDOR));

        assertRefused(issued(1, VENDOR), "BINDING_UNKNOWN");
        assertThat(count("credential")).isZero();
    }

    @Test
    void aKeyCannotBeBoundToAnArchivedCampaign() {
        spring();
        ledger.append(new CampaignArchived(SPRING));

        assertThat(campaigns.canBind(Examples.WORKSPACE, WHOLE)).isFalse();
        assertRefused(issued(1, WHOLE), "BINDING_UNKNOWN");
    }

    @Test
    void aKeyCannotBeBoundToTheCampaignOfAnotherWorkspace() {
        ledger.append(
                new CampaignCreated(
                        SPRING,
                        OTHER,
                        Examples.HUB,
                        "leads",
                        "campaign",
                        "1",
                        "Spring",
                        CampaignSchema.EMPTY));

        assertThat(campaigns.canBind(Examples.WORKSPACE, WHOLE)).isFalse();
        assertThat(campaigns.canBind(OTHER, WHOLE)).isTrue();
        assertRefused(issued(1, WHOLE), "BINDING_UNKNOWN");
    }

    @Test
    void aFilterCannotGoWhileAKeyIsBoundToIt() {
        spring();
        ledger.append(issued(1, VENDOR));

        assertThat(campaigns.isBound(VENDOR)).isTrue();
        assertThat(campaigns.isBound(new FilterBinding(SPRING, "Web"))).isFalse();
        assertRefused(
                new CampaignFilterRemoved(SPRING, "Vendor XYZ", FROM_VENDOR), "FILTER_IN_USE");
        assertRefused(new CampaignArchived(SPRING), "CAMPAIGN_IN_USE");
    }

    /** It could get a new secret, which would have the filter. */
    @Test
    void aKeyWithoutLiveSecretsStillHoldsItsFilter() {
        spring();
        ledger.append(issued(1, VENDOR), new ApiKeySecretRevoked(key(1), 1));

        assertThat(campaigns.isBound(VENDOR)).isTrue();
    }

    @Test
    void aRevokedKeyHoldsNothing() {
        spring();
        ledger.append(issued(1, VENDOR), issued(2, WHOLE));
        ledger.append(new ApiKeyRevoked(key(1)));

        assertThat(campaigns.isBound(VENDOR)).isFalse();
        assertThat(campaigns.isBound(WHOLE)).isTrue();
        ledger.append(new CampaignFilterRemoved(SPRING, "Vendor XYZ", FROM_VENDOR));
        assertThat(campaigns.canBind(Examples.WORKSPACE, VENDOR)).isFalse();
        assertThat(conditions(1)).isEqualTo(FROM_VENDOR);
    }

    @Test
    void anExternalIdIsTakenOnlyOncePerWorkspaceAndFreeAgainAfterwards() {
        ledger.append(created(SPRING, "1"));

        assertRefused(created(AUTUMN, "1"), "CAMPAIGN_EXTERNAL_ID_TAKEN");
        assertThat(campaigns.withExternalId(Examples.WORKSPACE, "1")).contains(SPRING);
        assertThat(campaigns.withExternalId(OTHER, "1")).isEmpty();

        ledger.append(new CampaignArchived(SPRING));
        assertThat(campaigns.withExternalId(Examples.WORKSPACE, "1")).isEmpty();
        ledger.append(created(AUTUMN, "1"));
        assertThat(campaigns.withExternalId(Examples.WORKSPACE, "1")).contains(AUTUMN);
    }

    @Test
    void everyEventMayComeTwice() {
        Object[] history = {
            created(SPRING, "1"),
            created(AUTUMN, "2"),
            defined(),
            issued(1, VENDOR),
            issued(2, WHOLE),
            changed(),
            rotated(1),
            new ApiKeyRevoked(key(2)),
            new CampaignFilterDefined(AUTUMN, "Web", FROM_WEB),
            new CampaignFilterRemoved(AUTUMN, "Web", FROM_WEB),
            new CampaignArchived(AUTUMN),
        };
        ledger.append(history);
        List<@Nullable String> once = rows();

        ledger.append(history);

        assertThat(rows()).isEqualTo(once);
        assertThat(once).hasSize(8);
    }

    private List<@Nullable String> rows() {
        List<@Nullable String> rows = new ArrayList<>();
        for (String table : List.of("credential", "campaign", "campaign_filter", "key_binding")) {
            rows.addAll(
                    ledger.jdbc()
                            .sql(
                                    "select (to_jsonb(t) - 'position')::text from %s t order by 1"
                                            .formatted(table))
                            .query(String.class)
                            .list());
        }
        return rows;
    }

    private void assertRefused(Object event, String reason) {
        assertThatThrownBy(() -> ledger.append(event))
                .isInstanceOf(CommandRejected.class)
                .hasMessage(reason);
    }

    private long count(String table) {
        return ledger.jdbc().sql("select count(*) from " + table).query(Long.class).single();
    }

    private List<Condition> conditions(int secret) {
        return Objects.requireNonNull(credential(secret).filter()).conditions();
    }

    private static CampaignCreated created(CampaignId campaign, String externalId) {
        return new CampaignCreated(
                campaign,
                Examples.WORKSPACE,
                Examples.HUB,
                "leads",
                "campaign",
                externalId,
                "A campaign",
                CampaignSchema.EMPTY);
    }

    private static CampaignFilterDefined defined() {
        return new CampaignFilterDefined(SPRING, "Vendor XYZ", FROM_VENDOR);
    }

    private static CampaignFilterChanged changed() {
        return new CampaignFilterChanged(SPRING, "Vendor XYZ", FROM_VENDOR, FROM_WEB);
    }

    private static ApiKeyIssued issued(int number, FilterBinding binding) {
        return new ApiKeyIssued(
                key(number),
                Examples.WORKSPACE,
                Examples.HUB,
                "A key",
                List.of("read:members"),
                null,
                List.of(),
                Map.of(),
                binding,
                null,
                Examples.record(token(number)));
    }

    private static ApiKeyRotated rotated(int number) {
        return new ApiKeyRotated(
                key(number),
                2,
                Examples.record(token(NEW_SECRET)),
                1,
                Instant.parse("2030-01-01T00:00:00Z"));
    }

    private static List<Condition> equal(String value) {
        return List.of(new Condition("source", Operator.EQUALS, List.of(value)));
    }
}
