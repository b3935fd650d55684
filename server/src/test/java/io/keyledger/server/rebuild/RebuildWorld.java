package io.keyledger.server.rebuild;

import static io.keyledger.server.ledger.CommandExamples.ORIGIN;
import static io.keyledger.server.ledger.CommandExamples.issue;
import static io.keyledger.server.ledger.CommandExamples.key;
import static org.awaitility.Awaitility.await;

import io.keyledger.query.audittrail.AuditTrailConfiguration;
import io.keyledger.query.inventory.InventoryConfiguration;
import io.keyledger.server.ledger.LedgerNode;
import io.keyledger.server.ledger.LedgerReplay;
import io.keyledger.server.ledger.ProjectionProgress;
import io.keyledger.server.ledger.Projections;
import io.keyledger.server.node.NodeName;
import io.keyledger.testing.PostgresForTests;
import io.keyledger.testing.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** A ledger, its read models, and nodes that rebuild them. */
final class RebuildWorld implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestDatabase database = PostgresForTests.freshDatabase();
    private final List<LedgerNode> nodes = new ArrayList<>();

    static RebuildWorld start() {
        RebuildWorld world = new RebuildWorld();
        world.anotherNode();
        return world;
    }

    void anotherNode() {
        nodes.add(
                LedgerNode.start(
                        database,
                        InventoryConfiguration.class,
                        AuditTrailConfiguration.class,
                        RebuildConfiguration.class));
    }

    /** Lets only those work who are told to. */
    void quiet() {
        node().bean(RebuildRunner.class).stop();
    }

    /** What a node of this name would do, step by step. */
    RebuildRunner worker(String name) {
        return new RebuildConfiguration()
                .rebuildRunner(
                        node().jdbc(),
                        node().bean(JsonMapper.class),
                        new NodeName(name),
                        node().bean(DataSource.class),
                        node().bean(PlatformTransactionManager.class),
                        node().bean(Projections.class),
                        node().bean(LedgerReplay.class),
                        new SimpleMeterRegistry());
    }

    /** Lets the time go by after which a claim ends. */
    void expireClaims() {
        run("update projection_rebuild set seen_at = seen_at - interval '11 s'");
    }

    void asOwner(String sql) {
        JdbcClient.create(database.owner()).sql(sql).update();
    }

    TestDatabase database() {
        return database;
    }

    LedgerNode node() {
        return nodes.getFirst();
    }

    Rebuilds rebuilds() {
        return node().bean(Rebuilds.class);
    }

    /** Makes the ledger so many entries long: a key, and copies of it under other names. */
    void grow(int entries) {
        node().commands().send(issue(key(1)), ORIGIN);
        run(
                """
                insert into ledger_event (event_identifier, aggregate_identifier, sequence_number,
                    type, time_stamp, payload_type, payload_revision, payload, meta_data)
                select gen_random_uuid()::text, id, 0, type, time_stamp, payload_type,
                    payload_revision, replace(payload, aggregate_identifier, id), meta_data
                from (select * from ledger_event where global_index = 1) as first,
                    lateral (select 'key_9' || lpad(n::text, 19, '0') as id
                        from generate_series(2, %d) as n) as other
                """
                        .formatted(entries));
        awaitReadModels();
    }

    /** Keys with these numbers, one after the other. */
    void more(int first, int end) {
        for (int i = first; i <= end - 1; i++) {
            node().commands().send(issue(key(i)), ORIGIN);
        }
    }

    private void awaitReadModels() {
        await().atMost(PATIENCE)
                .until(() -> progress("audittrail").lag() == 0 && progress("inventory").lag() == 0);
    }

    ProjectionProgress progress(String projection) {
        return node().bean(Projections.class).progress(projection).orElseThrow();
    }

    UUID begin(String projection) {
        return rebuilds().start(UUID.randomUUID(), projection, ORIGIN).orElseThrow().id();
    }

    Rebuild rebuilt(String projection) {
        return awaitEnd(projection, begin(projection));
    }

    Rebuild latest(String projection) {
        return rebuilds().latest(projection).orElseThrow();
    }

    Rebuild awaitEnd(String projection) {
        return awaitEnd(projection, latest(projection).id());
    }

    Rebuild awaitEnd(String projection, UUID id) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(() -> latest(projection).id().equals(id) && !latest(projection).running());
        return latest(projection);
    }

    /** What a rebuild that has ended has found. */
    static Comparison compared(Rebuild rebuild) {
        return Objects.requireNonNull(rebuild.comparison());
    }

    void run(String sql) {
        node().jdbc().sql(sql).update();
    }

    String text(String sql) {
        return node().jdbc().sql(sql).query(String.class).single();
    }

    long number(String sql) {
        return node().jdbc().sql(sql).query(Long.class).single();
    }

    long newTables() {
        return number(
                "select count(*) from pg_class where relnamespace ="
                        + " 'keyledger_rebuild'::regnamespace");
    }

    @Override
    public void close() {
        nodes.forEach(LedgerNode::close);
        database.close();
    }
}
