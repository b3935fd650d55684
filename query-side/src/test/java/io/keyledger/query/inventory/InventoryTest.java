package io.keyledger.query.inventory;

import static io.keyledger.query.samples.SampleLedger.CAMPAIGN;
import static io.keyledger.query.samples.SampleLedger.GRACE_END;
import static io.keyledger.query.samples.SampleLedger.KEY;
import static io.keyledger.query.samples.SampleLedger.START;
import static io.keyledger.query.samples.SampleLedger.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.apikey.ApiKeyEvent;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyIssued;
import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.campaign.CampaignEvent;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.workspace.WorkspaceEvent;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceRegistered;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.query.inventory.KeyView.PreviousSecret;
import io.keyledger.query.paging.Cursor;
import io.keyledger.query.paging.Page;
import io.keyledger.query.samples.SampleLedger;
import io.keyledger.testing.PostgresForTests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The inventory on a real PostgreSQL, as the runtime role. */
class InventoryTest {

    private Inventory inventory;
    private InventoryProjection projection;

    @BeforeEach
    void freshTables() {
        JdbcClient jdbc = JdbcClient.create(PostgresForTests.freshDatabase().runtime());
        InventoryConfiguration configuration = new InventoryConfiguration();
        inventory = configuration.inventory(jdbc, JsonMapper.shared());
        projection = configuration.inventoryProjection(jdbc, JsonMapper.shared());
    }

    @Test
    void aWorkspaceShowsWhatItsEventsSay() {
        deliver(SampleLedger.workspace().subList(0, 4));

        assertThat(inventory.workspace(WORKSPACE.value()))
                .contains(
                        new WorkspaceView(
                                WORKSPACE.value(),
                                "hubnity",
                                "Acme {plan}",
                                "team",
                                "acme-1",
                                true,
                                START,
                                1,
                                3));
    }

    @Test
    void aKeyInGraceShowsBothSecretsByHint() {
        deliver(SampleLedger.key().subList(0, 7));

        KeyView key = inventory.key(KEY.value()).orElseThrow();
        assertThat(key.name()).isEqualTo("HR sync");
        assertThat(key.scopes()).containsExactly("read:members", "read:projects");
        assertThat(key.metadata()).isEqualTo(Map.of("team", "it"));
        assertThat(key.allowedCidrs()).containsExactly("203.0.113.0/24");
        assertThat(key.hint()).isEqualTo("hbn_…0002");
        assertThat(key.generation()).isEqualTo(2);
        assertThat(key.previous()).isEqualTo(new PreviousSecret(1, "hbn_…0001", GRACE_END));
        assertThat(key.issuedBy()).isEqualTo("key:key_admin");
    }

    @Test
    void aRevealMakesANewVersionAndChangesNothingElse() {
        deliver(SampleLedger.key().subList(0, 7));
        KeyView before = inventory.key(KEY.value()).orElseThrow();

        deliver(SampleLedger.key().subList(0, 8));

        KeyView after = inventory.key(KEY.value()).orElseThrow();
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after).usingRecursiveComparison().ignoringFields("version").isEqualTo(before);
    }

    @Test
    void aRetiredSecretIsNoLongerShown() {
        deliver(SampleLedger.key().subList(0, 9));

        assertThat(inventory.key(KEY.value()).orElseThrow().previous()).isNull();
    }

    @Test
    void aRevokedKeyStaysInTheInventory() {
        deliver(SampleLedger.key());

        assertThat(inventory.key(KEY.value()).orElseThrow().revokedAt()).isEqualTo(START);
    }

    @Test
    void everyEventTwiceChangesNothing() {
        List<Object> all = new ArrayList<>(SampleLedger.key());
        deliver(all);
        KeyView once = inventory.key(KEY.value()).orElseThrow();

        deliver(all);

        assertThat(inventory.key(KEY.value())).contains(once);
    }

    @Test
    void pagesNeitherRepeatNorMissKeysWhileTheListGrows() {
        for (int i = 0; i < 5; i++) {
            issue(i);
        }
        Page<KeyView> first = inventory.keysOf(WORKSPACE.value(), Cursor.START, 3);
        issue(5);
        Cursor next = first.next();
        assertThat(next).isNotNull();

        Page<KeyView> second = inventory.keysOf(WORKSPACE.value(), next, 3);

        assertThat(names(first)).containsExactly("key 0", "key 1", "key 2");
        assertThat(names(second)).containsExactly("key 3", "key 4", "key 5");
        assertThat(second.next()).isNull();
    }

    @Test
    void anotherWorkspaceHasNoneOfTheKeys() {
        issue(0);

        assertThat(inventory.keysOf("ws_" + "z".repeat(20), Cursor.START, 3).items()).isEmpty();
    }

    @Test
    void workspacesAreFoundByAPartOfTheirNameInPages() {
        register(1, "hubnity", "Needle one");
        register(2, "hubnity", "Hay");
        register(3, "nextoria", "Needle of another hub");
        register(4, "hubnity", "a NEEDLE");
        register(5, "hubnity", "needles");

        Page<WorkspaceView> first = inventory.workspacesOf("hubnity", "nEEdle", Cursor.START, 2);
        Cursor next = first.next();
        assertThat(next).isNotNull();
        Page<WorkspaceView> second = inventory.workspacesOf("hubnity", "nEEdle", next, 2);

        assertThat(first.items())
                .extracting(WorkspaceView::name)
                .containsExactly("Needle one", "a NEEDLE");
        assertThat(second.items()).extracting(WorkspaceView::name).containsExactly("needles");
        assertThat(second.next()).isNull();
    }

    @Test
    void whatIsSearchedForHasNoCharactersWithAMeaningOfTheirOwn() {
        register(1, "hubnity", "Acme");
        register(2, "hubnity", "100 %");

        assertThat(named("%")).containsExactly("100 %");
        assertThat(named("_")).isEmpty();
        assertThat(named("A\0")).isEmpty();
        assertThat(named("")).containsExactly("Acme", "100 %");
    }

    @Test
    void aCampaignShowsWhatItsEventsSay() {
        deliver(SampleLedger.campaign());

        CampaignView campaign = inventory.campaign(CAMPAIGN.value()).orElseThrow();
        assertThat(campaign.name()).isEqualTo("May");
        assertThat(campaign.externalId()).isEqualTo("1");
        assertThat(campaign.schema().fields()).isEqualTo(SampleLedger.SCHEMA.fields());
        assertThat(campaign.schema().statuses()).isEmpty();
        assertThat(campaign.archivedAt()).isEqualTo(START);
        assertThat(campaign.version()).isEqualTo(7);
        assertThat(inventory.campaignsOf(WORKSPACE.value(), Cursor.START, 3).items())
                .containsExactly(campaign);
        assertThat(inventory.campaignsOf("ws_" + "z".repeat(20), Cursor.START, 3).items())
                .isEmpty();
    }

    @Test
    void filtersShowTheirNewestConditionsInTheOrderOfTheirDefinition() {
        deliver(SampleLedger.campaign().subList(0, 5));

        List<FilterView> filters = inventory.filtersOf(CAMPAIGN.value(), Cursor.START, 10).items();
        assertThat(filters).extracting(FilterView::name).containsExactly("Vendor XYZ", "Open");
        assertThat(filters.getFirst().conditions()).hasSize(2);
        assertThat(inventory.filter(CAMPAIGN.value(), "Open")).isPresent();
        assertThat(inventory.filter(CAMPAIGN.value(), "open")).isEmpty();
    }

    @Test
    void aRemovedFilterIsNoLongerShown() {
        deliver(SampleLedger.campaign().subList(0, 6));

        assertThat(inventory.filter(CAMPAIGN.value(), "Open")).isEmpty();
    }

    @Test
    void everyEventOfACampaignTwiceChangesNothing() {
        deliver(SampleLedger.campaign());
        CampaignView once = inventory.campaign(CAMPAIGN.value()).orElseThrow();
        List<FilterView> filters = inventory.filtersOf(CAMPAIGN.value(), Cursor.START, 10).items();

        deliver(SampleLedger.campaign());

        assertThat(inventory.campaign(CAMPAIGN.value())).contains(once);
        assertThat(inventory.filtersOf(CAMPAIGN.value(), Cursor.START, 10).items())
                .isEqualTo(filters);
    }

    @Test
    void aBoundKeyShowsWhatItIsBoundTo() {
        deliver(List.of(SampleLedger.boundKey()));

        KeyView key = inventory.key(KEY.value()).orElseThrow();
        assertThat(key.filter()).isEqualTo(SampleLedger.boundKey().filter());
        assertThat(key.documentation()).isEqualTo(SampleLedger.boundKey().documentation());
    }

    private List<String> named(String name) {
        return inventory.workspacesOf("hubnity", name, Cursor.START, 9).items().stream()
                .map(WorkspaceView::name)
                .toList();
    }

    private void register(int number, String hub, String name) {
        WorkspaceRegistered event =
                new WorkspaceRegistered(
                        new WorkspaceId("ws_" + "%020d".formatted(number)),
                        new HubId(hub),
                        name,
                        "team",
                        null);
        on(event, SampleLedger.message(event, 0), number);
    }

    private static List<String> names(Page<KeyView> page) {
        return page.items().stream().map(KeyView::name).toList();
    }

    private void issue(int number) {
        ApiKeyIssued sample = (ApiKeyIssued) SampleLedger.key().getFirst();
        ApiKeyIssued event =
                new ApiKeyIssued(
                        new ApiKeyId("key_" + "%020d".formatted(number)),
                        sample.workspace(),
                        sample.hub(),
                        "key " + number,
                        sample.scopes(),
                        null,
                        List.of(),
                        Map.of(),
                        sample.secret());
        on(event, SampleLedger.message(event, 0), number + 1);
    }

    private void deliver(List<Object> events) {
        for (int i = 0; i < events.size(); i++) {
            on(events.get(i), SampleLedger.message(events.get(i), i), i + 1);
        }
    }

    private void on(Object event, DomainEventMessage<?> message, long position) {
        TrackingToken token = GapAwareTrackingToken.newInstance(position, List.of());
        switch (event) {
            case WorkspaceEvent workspace -> projection.on(workspace, message, token);
            case CampaignEvent campaign -> projection.on(campaign, message, token);
            case ApiKeyEvent key -> projection.on(key, message, token, "key:key_admin");
            default -> throw new IllegalArgumentException(event.toString());
        }
    }
}
