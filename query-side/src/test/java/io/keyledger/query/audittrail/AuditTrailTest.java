package io.keyledger.query.audittrail;

import static io.keyledger.query.samples.SampleLedger.KEY;
import static io.keyledger.query.samples.SampleLedger.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.apikey.ApiKeyEvent;
import io.keyledger.api.campaign.CampaignEvent;
import io.keyledger.api.ledger.EventCatalog;
import io.keyledger.api.workspace.WorkspaceEvent;
import io.keyledger.query.paging.Cursor;
import io.keyledger.query.samples.SampleLedger;
import io.keyledger.testing.PostgresForTests;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The audit trail on a real PostgreSQL, as the runtime role. */
class AuditTrailTest {

    private AuditTrail trail;
    private AuditTrailProjection projection;

    @BeforeEach
    void freshTables() {
        JdbcClient jdbc = JdbcClient.create(PostgresForTests.freshDatabase().runtime());
        AuditTrailConfiguration configuration = new AuditTrailConfiguration();
        trail = configuration.auditTrail(jdbc, JsonMapper.shared());
        projection = configuration.auditTrailProjection(jdbc, JsonMapper.shared());
    }

    @Test
    void aKeysHistoryTellsWhatHappenedInOrderWithValuesBeforeAndAfter() {
        deliverAll();

        assertThat(history())
                .extracting(AuditEntry::summary)
                .containsExactly(
                        "Key “Reporting sync” issued with scopes read:members; expires: none.",
                        "Key renamed from “Reporting sync” to “HR sync”.",
                        "Scopes changed from read:members to read:members, read:projects.",
                        "Expiry changed from none to 2027-01-13T01:46:40Z.",
                        "Allowed addresses changed from none to 203.0.113.0/24.",
                        "Metadata replaced.",
                        "Rotated: secret 2 takes over; secret 1 is accepted until"
                                + " 2027-01-02T12:00:00Z.",
                        "Shown again in plain text: secret 1, 2.",
                        "Secret 1 retired: its grace period is over.",
                        "Key revoked with all its secrets.");
        assertThat(history().get(2).changes())
                .containsExactly(
                        new Change(
                                "scopes",
                                List.of("read:members"),
                                List.of("read:members", "read:projects")));
    }

    @Test
    void aCampaignsHistoryTellsWhatItsFiltersAdmitted() {
        deliver(SampleLedger.workspace().subList(0, 1));
        deliver(SampleLedger.campaign(), 1);

        List<AuditEntry> history =
                trail.ofCampaign(SampleLedger.CAMPAIGN.value(), Cursor.START, 100).items();
        assertThat(history)
                .extracting(AuditEntry::summary)
                .containsExactly(
                        "Campaign “Spring” created: campaign 1 with leads of name (required text),"
                                + " source (select of Sources).",
                        "Filter “Vendor XYZ” defined: source equals “Vendor XYZ”.",
                        "Filter “Open” defined: status is one of “New”, “Open”.",
                        "Campaign renamed from “Spring” to “May”.",
                        "Filter “Vendor XYZ” changed, and with it what its keys may touch: from"
                                + " source equals “Vendor XYZ” to source equals “Vendor XYZ”,"
                                + " source does not equal “Web”.",
                        "Filter “Open” removed. It was: status is one of “New”, “Open”.",
                        "Schema changed: fields from name (required text), source (select of"
                                + " Sources) to name (required text), source (select of Sources);"
                                + " selects from Sources: Vendor XYZ, Web to Sources: Vendor XYZ,"
                                + " Web; statuses from New, Open to none.",
                        "Campaign archived for good.");
        assertThat(history)
                .allSatisfy(entry -> {
                    assertThat(entry.workspace()).isEqualTo(WORKSPACE.value());
                    assertThat(entry.hub()).isEqualTo("hubnity");
                });
    }

    @Test
    void aBoundKeysHistoryTellsWhatItIsBoundTo() {
        deliver(List.of(SampleLedger.boundKey()));

        assertThat(history().getFirst().summary())
                .isEqualTo(
                        "Key “Vendor” issued with scopes read:members for campaign "
                                + SampleLedger.CAMPAIGN
                                + ", only what “Vendor XYZ” admits; expires: none.");
    }

    @Test
    void aPartWithoutAValueIsLeftOutAndOneThatIsCalledNoneIsNot() {
        List<Change> changes =
                List.of(new Change("campaign", null, "cmp_1"), new Change("filter", null, "none"));

        assertThat(Narration.of("apikey.issued", changes))
                .contains("for campaign cmp_1, only what “none” admits;");
        assertThat(Narration.of("apikey.issued", changes.subList(0, 1)))
                .contains("for campaign cmp_1; expires");
    }

    @Test
    void anEntryTellsWhoFromWhereAndWhy() {
        deliverAll();

        AuditEntry revoked = history().getLast();
        assertThat(revoked.actor()).isEqualTo("key:key_admin");
        assertThat(revoked.sourceAddress()).isEqualTo("203.0.113.7");
        assertThat(revoked.reason()).isEqualTo("because");
        assertThat(revoked.correlationId()).isEqualTo("request-1");
    }

    @Test
    void anEntryNamesTheWorkspaceAndHubEvenWhereItsEventDoesNot() {
        deliverAll();

        assertThat(history())
                .allSatisfy(entry -> {
                    assertThat(entry.workspace()).isEqualTo(WORKSPACE.value());
                    assertThat(entry.hub()).isEqualTo("hubnity");
                });
    }

    @Test
    void everyEventTwiceIsOneEntry() {
        deliverAll();
        List<AuditEntry> once = history();

        deliverAll();

        assertThat(history()).isEqualTo(once);
    }

    @Test
    void aNameThatLooksLikeAPlaceholderIsTextAndNothingElse() {
        String sentence =
                Narration.of(
                        "workspace.renamed",
                        List.of(
                                new Change("name", "{plan}", "{name<}"),
                                new Change("plan", null, "forged")));

        assertThat(sentence).isEqualTo("Workspace renamed from “{plan}” to “{name<}”.");
    }

    @Test
    void thereIsASentenceForEveryEventOfTheLedger() {
        assertThat(EventCatalog.types())
                .allSatisfy(type -> {
                    String name = EventCatalog.nameOf(type).orElseThrow().name();
                    assertThat(Narration.of(name, List.of())).isNotBlank();
                });
    }

    private List<AuditEntry> history() {
        return trail.ofCredential(KEY.value(), Cursor.START, 100).items();
    }

    private void deliverAll() {
        List<Object> events = new ArrayList<>(SampleLedger.workspace());
        events.addAll(SampleLedger.key());
        deliver(events);
    }

    private void deliver(List<?> events) {
        deliver(events, 0);
    }

    private void deliver(List<?> events, int behind) {
        for (int i = 0; i < events.size(); i++) {
            on(events.get(i), SampleLedger.message(events.get(i), i), behind + i + 1);
        }
    }

    private void on(Object event, DomainEventMessage<?> message, long position) {
        TrackingToken token = GapAwareTrackingToken.newInstance(position, List.of());
        switch (event) {
            case WorkspaceEvent workspace -> projection.on(workspace, message, token);
            case CampaignEvent campaign -> projection.on(campaign, message, token);
            case ApiKeyEvent key -> projection.on(key, message, token);
            default -> throw new IllegalArgumentException(event.toString());
        }
    }
}
