package io.keyledger.query.audittrail;

import static io.keyledger.query.samples.SampleLedger.KEY;
import static io.keyledger.query.samples.SampleLedger.START;
import static io.keyledger.query.samples.SampleLedger.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.apikey.ApiKeyEvent;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRenamed;
import io.keyledger.api.ledger.OriginKeys;
import io.keyledger.api.workspace.WorkspaceEvent;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceRegistered;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.query.paging.Cursor;
import io.keyledger.query.paging.Page;
import io.keyledger.query.samples.SampleLedger;
import io.keyledger.testing.PostgresForTests;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/** Searches of the trail on a real PostgreSQL, as the runtime role. */
class AuditSearchTest {

    private static final String FOREIGN = "ws_" + "f".repeat(20);

    private AuditTrail trail;
    private AuditTrailProjection projection;
    private SingleConnectionDataSource connection;
    private JdbcClient jdbc;
    private long position;

    @BeforeEach
    void freshTables() throws SQLException {
        connection =
                new SingleConnectionDataSource(
                        PostgresForTests.freshDatabase().runtime().getConnection(), true);
        jdbc = JdbcClient.create(connection);
        AuditTrailConfiguration configuration = new AuditTrailConfiguration();
        trail = configuration.auditTrail(jdbc, JsonMapper.shared());
        projection = configuration.auditTrailProjection(jdbc, JsonMapper.shared());
        SampleLedger.workspace().forEach(it -> at(0, "key:key_a", "sign-up", it));
        SampleLedger.key().forEach(it -> at(10, "account:acc_b", "Ticket 50% _done", it));
        at(20, "key:key_a", null, registered(FOREIGN));
    }

    @AfterEach
    void close() {
        connection.destroy();
    }

    @Test
    void everythingIsFoundNewestFirst() {
        List<AuditEntry> all = trail.search(AuditSearch.ALL, Cursor.START, 100).items();

        assertThat(all).hasSize(16);
        assertThat(all)
                .extracting(AuditEntry::position)
                .isSortedAccordingTo((one, other) -> Long.compare(other, one));
    }

    @Test
    void aCredentialsEntriesAreFoundAndNoOthers() {
        assertThat(found(new AuditSearch(KEY.value(), null, null, List.of(), null, null, null)))
                .hasSize(10)
                .allSatisfy(it -> assertThat(it.credential()).isEqualTo(KEY.value()));
    }

    @Test
    void aWorkspacesEntriesAreFoundAndNoOthers() {
        assertThat(found(AuditSearch.ALL.within(WORKSPACE.value()))).hasSize(15);
        assertThat(found(AuditSearch.ALL.within(FOREIGN))).hasSize(1);
    }

    /** Whoever may see one workspace cannot ask for another: the later word counts. */
    @Test
    void aSearchWithinAWorkspaceForgetsWhichOneWasAskedFor() {
        AuditSearch foreign = AuditSearch.ALL.within(FOREIGN);

        assertThat(found(foreign.within(WORKSPACE.value())))
                .allSatisfy(it -> assertThat(it.workspace()).isEqualTo(WORKSPACE.value()));
    }

    @Test
    void anActorsEntriesAreFoundAndNoOthers() {
        assertThat(found(new AuditSearch(null, null, "key:key_a", List.of(), null, null, null)))
                .hasSize(6);
        assertThat(found(new AuditSearch(null, null, "key:key", List.of(), null, null, null)))
                .isEmpty();
    }

    @Test
    void oneOfSeveralEventsIsEnough() {
        List<String> events = List.of("apikey.revoked", "workspace.suspended");

        assertThat(found(new AuditSearch(null, null, null, events, null, null, null)))
                .extracting(AuditEntry::event)
                .containsExactly("apikey.revoked", "workspace.suspended");
    }

    @Test
    void theFirstInstantBelongsToTheTimeAndTheLastDoesNot() {
        assertThat(between(START, START.plusSeconds(10))).hasSize(5);
        assertThat(between(START, START.plusSeconds(10).plusNanos(1_000))).hasSize(15);
        assertThat(between(START.plusNanos(1_000), START.plusSeconds(10))).isEmpty();
        assertThat(between(START.plusSeconds(20), null)).hasSize(1);
    }

    @Test
    void aReasonIsFoundByAPartOfIt() {
        assertThat(because("TICKET")).hasSize(10);
        assertThat(because("50% _")).hasSize(10);
        assertThat(because("5_%")).isEmpty();
        assertThat(because("\\")).isEmpty();
    }

    @Test
    void allOfASearchHasToBeMet() {
        assertThat(
                        found(
                                new AuditSearch(
                                        KEY.value(),
                                        WORKSPACE.value(),
                                        "account:acc_b",
                                        List.of("apikey.rotated"),
                                        START,
                                        START.plusSeconds(11),
                                        "ticket")))
                .hasSize(1);
        assertThat(found(new AuditSearch(KEY.value(), FOREIGN, null, List.of(), null, null, null)))
                .isEmpty();
    }

    /** A node's clock may be behind: what it says counts, and the position decides a tie. */
    @Test
    void pagesHoldEveryEntryOnceInTheOrderOfTime() {
        at(-5, "key:late", null, renamed("late"));
        List<Long> seen = new ArrayList<>();
        Cursor next = Cursor.START;
        while (next != null) {
            Page<AuditEntry> page = trail.search(AuditSearch.ALL, next, 3);
            page.items().forEach(it -> seen.add(it.position()));
            next = page.next();
        }

        assertThat(seen).hasSize(17).doesNotHaveDuplicates().startsWith(16L).endsWith(17L);
    }

    @Test
    void anExportHoldsAllThereIs() {
        jdbc.sql(
                        """
                        insert into audit_entry (position, event_id, at, event, actor,
                            correlation_id, causation_id, changes)
                        select 100 + i, 'copy-' || i, at, event, actor, correlation_id,
                            causation_id, changes
                        from audit_entry, generate_series(1, 1200) i where position = 1
                        """)
                .update();
        List<Long> taken = new ArrayList<>();

        trail.each(AuditSearch.ALL, Cursor.START, it -> taken.add(it.position()));

        assertThat(taken).hasSize(1_216).doesNotHaveDuplicates();
    }

    private List<AuditEntry> between(@Nullable Instant from, @Nullable Instant to) {
        return found(new AuditSearch(null, null, null, List.of(), from, to, null));
    }

    private List<AuditEntry> because(String why) {
        return found(new AuditSearch(null, null, null, List.of(), null, null, why));
    }

    private List<AuditEntry> found(AuditSearch search) {
        return trail.search(search, Cursor.START, 100).items();
    }

    private static WorkspaceRegistered registered(String workspace) {
        return new WorkspaceRegistered(
                new WorkspaceId(workspace), SampleLedger.HUB, "Foreign", "team", null);
    }

    private static ApiKeyRenamed renamed(String name) {
        return new ApiKeyRenamed(KEY, "", name);
    }

    private void at(int seconds, String actor, @Nullable String why, Object event) {
        EventMessage<Object> message =
                new GenericDomainEventMessage<>(
                                "test",
                                "aggregate",
                                position,
                                event,
                                Map.of(),
                                "event-" + position,
                                START.plusSeconds(seconds))
                        .withMetaData(origin(actor, why));
        TrackingToken token = GapAwareTrackingToken.newInstance(++position, List.of());
        switch (event) {
            case WorkspaceEvent workspace -> projection.on(workspace, message, token);
            case ApiKeyEvent key -> projection.on(key, message, token);
            default -> throw new IllegalArgumentException(event.toString());
        }
    }

    private static Map<String, String> origin(String actor, @Nullable String why) {
        Map<String, String> origin =
                Map.of(
                        OriginKeys.ACTOR,
                        actor,
                        OriginKeys.CORRELATION_ID,
                        "request",
                        OriginKeys.CAUSATION_ID,
                        "command");
        if (why == null) {
            return origin;
        }
        Map<String, String> withReason = new HashMap<>(origin);
        withReason.put(OriginKeys.REASON, why);
        return withReason;
    }
}
