package io.keyledger.query.inventory;

import static io.keyledger.query.samples.SampleLedger.CAMPAIGN;
import static io.keyledger.query.samples.SampleLedger.START;
import static io.keyledger.query.samples.SampleLedger.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.apikey.ApiKeyEvent;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyIssued;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRevoked;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRotated;
import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.campaign.CampaignEvent;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.query.paging.Cursor;
import io.keyledger.query.paging.Page;
import io.keyledger.query.samples.SampleLedger;
import io.keyledger.testing.PostgresForTests;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** How people find keys, on a real PostgreSQL. */
class KeySearchTest {

    private static final Instant LATER = START.plusSeconds(3600);
    private static final String FOREIGN = "ws_" + "z".repeat(20);

    private Inventory inventory;
    private InventoryProjection projection;
    private int position;

    @BeforeEach
    void freshTables() {
        JdbcClient jdbc = JdbcClient.create(PostgresForTests.freshDatabase().runtime());
        InventoryConfiguration configuration = new InventoryConfiguration();
        inventory = configuration.inventory(jdbc, JsonMapper.shared());
        projection = configuration.inventoryProjection(jdbc, JsonMapper.shared());
    }

    private ApiKeyId issue(
            String name, String workspace, @Nullable Instant expiresAt, String... scopes) {
        ApiKeyIssued sample = (ApiKeyIssued) SampleLedger.key().getFirst();
        ApiKeyId key = new ApiKeyId("key_" + "%020d".formatted(position));
        on(
                new ApiKeyIssued(
                        key,
                        new WorkspaceId(workspace),
                        sample.hub(),
                        name,
                        List.of(scopes),
                        expiresAt,
                        List.of(),
                        Map.of(),
                        sample.secret()),
                0);
        return key;
    }

    private ApiKeyId issue(String name) {
        return issue(name, WORKSPACE.value(), null, "read:members");
    }

    private void rotate(ApiKeyId key, Instant graceEnd) {
        ApiKeyRotated sample =
                SampleLedger.key().stream()
                        .filter(ApiKeyRotated.class::isInstance)
                        .map(ApiKeyRotated.class::cast)
                        .findFirst()
                        .orElseThrow();
        on(new ApiKeyRotated(key, 2, sample.secret(), 1, graceEnd), 1);
    }

    private void on(ApiKeyEvent event, int version) {
        position++;
        projection.on(
                event,
                SampleLedger.message(event, version),
                GapAwareTrackingToken.newInstance(position, List.of()),
                "key:key_admin");
    }

    private Page<KeyView> find(
            @Nullable KeyStatus status, @Nullable String scope, @Nullable String text) {
        return inventory.keys(
                new KeyFilter(WORKSPACE.value(), status, scope, null, text),
                Cursor.START,
                LATER,
                10);
    }

    private static List<String> names(Page<KeyView> page) {
        return page.items().stream().map(KeyView::name).toList();
    }

    @Test
    void theNewestComesFirst() {
        issue("a");
        issue("b");

        assertThat(names(find(null, null, null))).containsExactly("b", "a");
    }

    @Test
    void pagesNeitherRepeatNorMissKeysWhileTheListGrows() {
        for (int i = 0; i < 5; i++) {
            issue("key " + i);
        }
        KeyFilter all = new KeyFilter(WORKSPACE.value(), null, null, null, "key");
        Page<KeyView> first = inventory.keys(all, Cursor.START, LATER, 3);
        issue("key 5");
        Cursor next = first.next();
        assertThat(next).isNotNull();

        Page<KeyView> second = inventory.keys(all, next, LATER, 3);

        assertThat(names(first)).containsExactly("key 4", "key 3", "key 2");
        assertThat(names(second)).containsExactly("key 1", "key 0");
        assertThat(second.next()).isNull();
    }

    @Test
    void anotherWorkspacesKeysAreNeverAmongThem() {
        issue("theirs", FOREIGN, null, "read:members");

        assertThat(find(null, null, null).items()).isEmpty();
        assertThat(find(KeyStatus.ACTIVE, "read:members", "theirs").items()).isEmpty();
    }

    @Test
    void eachStatusFindsItsOwn() {
        issue("active");
        issue("expiring", WORKSPACE.value(), LATER.plusMillis(1), "read:members");
        issue("expired", WORKSPACE.value(), LATER, "read:members");
        rotate(issue("rotating"), LATER.plusMillis(1));
        rotate(issue("rotated"), LATER);
        on(new ApiKeyRevoked(issue("revoked")), 1);

        assertThat(names(find(KeyStatus.ACTIVE, null, null)))
                .containsExactly("rotated", "rotating", "expiring", "active");
        assertThat(names(find(KeyStatus.ROTATING, null, null))).containsExactly("rotating");
        assertThat(names(find(KeyStatus.EXPIRED, null, null))).containsExactly("expired");
        assertThat(names(find(KeyStatus.REVOKED, null, null))).containsExactly("revoked");
        assertThat(find(null, null, null).items())
                .extracting(it -> KeyStatus.of(it, LATER))
                .containsExactly(
                        KeyStatus.REVOKED,
                        KeyStatus.ACTIVE,
                        KeyStatus.ROTATING,
                        KeyStatus.EXPIRED,
                        KeyStatus.ACTIVE,
                        KeyStatus.ACTIVE);
    }

    @Test
    void aScopeIsFoundByItsWholeName() {
        issue("one", WORKSPACE.value(), null, "read:members");
        issue("both", WORKSPACE.value(), null, "read:members", "read:projects");

        assertThat(names(find(null, "read:members", null))).containsExactly("both", "one");
        assertThat(names(find(null, "read:projects", null))).containsExactly("both");
        assertThat(find(null, "read", null).items()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"report,true", "REPORT,true", "…0001,true", "100%,true", "100_,false", "\\,false"})
    void textIsFoundInNamesAndHintsAsItIs(String text, boolean found) {
        issue("Reporting at 100%");

        assertThat(find(null, null, text).items()).hasSize(found ? 1 : 0);
    }

    @Test
    void theHintOfTheSecretBeforeIsFoundToo() {
        rotate(issue("rotated"), LATER);

        assertThat(names(find(null, null, "0001"))).containsExactly("rotated");
        assertThat(names(find(null, null, "0002"))).containsExactly("rotated");
    }

    @Test
    void whatAKeyCanBeBoundToIsEachCampaignAndItsFilters() {
        List<Object> events = SampleLedger.campaign();
        for (int i = 0; i < 3; i++) {
            on((CampaignEvent) events.get(i), i);
        }

        assertThat(inventory.bindable(WORKSPACE.value(), 10))
                .containsExactly(
                        new Bindable(CAMPAIGN.value(), "Spring", null),
                        new Bindable(CAMPAIGN.value(), "Spring", "Vendor XYZ"),
                        new Bindable(CAMPAIGN.value(), "Spring", "Open"));
        assertThat(inventory.bindable(WORKSPACE.value(), 2)).hasSize(2);
        assertThat(inventory.bindable(FOREIGN, 10)).isEmpty();
    }

    @Test
    void anArchivedCampaignCanBeBoundNoMore() {
        List<Object> events = SampleLedger.campaign();
        for (int i = 0; i < events.size(); i++) {
            on((CampaignEvent) events.get(i), i);
        }

        assertThat(inventory.bindable(WORKSPACE.value(), 10)).isEmpty();
    }

    private void on(CampaignEvent event, int version) {
        projection.on(
                event,
                SampleLedger.message(event, version),
                GapAwareTrackingToken.newInstance(version + 1, List.of()));
    }
}
