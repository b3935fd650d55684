package io.keyledger.server.rebuild;

import static io.keyledger.server.ledger.CommandExamples.ORIGIN;
import static io.keyledger.server.ledger.CommandExamples.issue;
import static io.keyledger.server.ledger.CommandExamples.key;
import static io.keyledger.server.ledger.CommandExamples.rename;
import static io.keyledger.server.rebuild.RebuildWorld.compared;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.keyledger.query.inventory.Inventory;
import io.keyledger.query.inventory.KeyView;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rebuilds on a real PostgreSQL, as the runtime role. */
class RebuildTest {

    private static final String DEFINITIONS =
            """
            select string_agg(part, E'\\n' order by part) from (
                select indexdef as part from pg_indexes where schemaname = 'public'
                union all
                select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
                    from pg_constraint where connamespace = 'public'::regnamespace
                union all
                select relname || ' ' || relacl::text from pg_class
                    where relnamespace = 'public'::regnamespace and relkind = 'r') as parts
            """;

    private RebuildWorld world;

    @BeforeEach
    void start() {
        world = RebuildWorld.start();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"audittrail", "inventory"})
    void whatIsRebuiltHoldsTheSameUnderTheSameNames(String projection) {
        world.grow(1_200);
        String before = world.text(DEFINITIONS);

        Rebuild rebuild = world.rebuilt(projection);

        assertThat(compared(rebuild).equal()).as("%s", compared(rebuild)).isTrue();
        assertThat(compared(rebuild).tables()).anyMatch(it -> it.rowsAfter() == 1_200);
        assertThat(rebuild.entries()).isEqualTo(1_200);
        assertThat(rebuild.startedBy()).isEqualTo(ORIGIN.actor());
        assertThat(world.text(DEFINITIONS)).isEqualTo(before);
        assertThat(world.newTables()).isZero();
    }

    @Test
    void whatWasWrongIsRightAfterwardsAndTheRecordSaysWhatItWas() {
        world.grow(3);
        world.run("delete from audit_entry where position = 2");
        world.run("update audit_entry set actor = 'key:somebody_else' where position = 3");

        Comparison comparison = compared(world.rebuilt("audittrail"));

        assertThat(comparison.tables())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.rowsBefore()).isEqualTo(2);
                    assertThat(it.rowsAfter()).isEqualTo(3);
                    assertThat(it.equal()).isFalse();
                });
        assertThat(
                        world.number(
                                "select count(*) from audit_entry where actor = '%s'"
                                        .formatted(ORIGIN.actor())))
                .isEqualTo(3);
    }

    /** The checksum, not the number of rows, has to tell. */
    @Test
    void aValueThatWasChangedIsADifference() {
        world.grow(3);
        world.run("update inventory_key set name = 'forged' where issued_position = 2");

        Comparison comparison = compared(world.rebuilt("inventory"));

        assertThat(comparison.tables())
                .filteredOn(it -> !it.equal())
                .extracting(TableComparison::table)
                .containsExactly("inventory_key");
        assertThat(world.number("select count(*) from inventory_key where name = 'forged'"))
                .isZero();
    }

    /** What a projection is halted at by a damaged table, it takes in after the switch. */
    @Test
    void aHaltedProjectionGoesOnAfterwards() throws SQLException {
        world.grow(5);
        world.asOwner("alter table audit_entry alter hub_id set not null");
        world.run("delete from audit_entry");
        world.node().commands().send(rename(key(1), "other"), ORIGIN);
        await().until(() -> world.progress("audittrail").halted());

        world.rebuilt("audittrail");

        await().until(() -> world.progress("audittrail").lag() == 0);
        assertThat(world.number("select count(*) from audit_entry")).isEqualTo(6);
    }

    @Test
    void whoeverReadsFindsAWholeTableAtAllTimesWhileTheLedgerGrows() {
        world.grow(1_200);
        try (Readers readers = Readers.of(world)) {
            for (int round = 0; round < 3; round++) {
                int first = 10_000 + round * 100;
                UUID id = world.begin("audittrail");
                world.begin("inventory");
                world.more(first, first + 50);
                world.awaitEnd("audittrail", id);
                world.awaitEnd("inventory");
            }
            assertThat(readers.stop()).isGreaterThan(100);
            assertThat(readers.problems()).isEmpty();
        }
        assertThat(compared(world.latest("audittrail")).equal()).isTrue();
        assertThat(compared(world.latest("inventory")).equal()).isTrue();
        await().until(() -> world.number("select count(*) from audit_entry") == 1_350);
        assertThat(world.number("select count(*) from inventory_key")).isEqualTo(1_350);
    }

    @Test
    void ofTwoAtOnceOneIsStartedAndTheSameOneOnlyOnce() {
        world.grow(600);
        Rebuilds rebuilds = world.rebuilds();
        UUID id = UUID.randomUUID();

        assertThat(rebuilds.start(id, "inventory", ORIGIN)).isPresent();
        assertThat(rebuilds.start(id, "inventory", ORIGIN)).isPresent();
        assertThat(rebuilds.start(UUID.randomUUID(), "inventory", ORIGIN)).isEmpty();

        world.awaitEnd("inventory");
        assertThat(world.number("select count(*) from projection_rebuild")).isEqualTo(1);
    }

    @Test
    void twoNodesTakeEveryEntryInOnce() {
        world.grow(1_700);
        world.anotherNode();

        Rebuild rebuild = world.rebuilt("audittrail");

        assertThat(rebuild.entries()).isEqualTo(1_700);
        assertThat(compared(rebuild).equal()).isTrue();
    }

    @Test
    void connectionsThatAreCutCostNothingButTime() {
        world.grow(3_000);
        UUID id = world.begin("inventory");

        for (int cut = 0; cut < 5; cut++) {
            await().ignoreExceptions().until(() -> world.latest("inventory").position() > 0);
            world.database().disconnectAll();
        }

        Rebuild rebuild = world.awaitEnd("inventory", id);
        assertThat(rebuild.entries()).isEqualTo(3_000);
        assertThat(compared(rebuild).equal()).as("%s", compared(rebuild)).isTrue();
    }

    @Test
    void aCancelledOneLeavesNothingBehindAndTheOldTablesServeOn() {
        world.grow(3_000);
        String table = world.text("select 'audit_entry'::regclass::oid::text");
        world.begin("audittrail");
        await().until(() -> world.latest("audittrail").position() > 0);

        Rebuild cancelled = world.rebuilds().cancel("audittrail", "key:another").orElseThrow();

        assertThat(cancelled.state()).isEqualTo(RebuildState.CANCELLED);
        assertThat(cancelled.endedBy()).isEqualTo("key:another");
        assertThat(world.rebuilds().cancel("audittrail", "key:another")).isEmpty();
        await().until(() -> world.newTables() == 0);
        assertThat(world.text("select 'audit_entry'::regclass::oid::text")).isEqualTo(table);
        assertThat(world.number("select count(*) from audit_entry")).isEqualTo(3_000);
        assertThat(compared(world.rebuilt("audittrail")).equal()).isTrue();
    }

    /** Readers that come behind the switch must not wait for one that was there before. */
    @Test
    void theSwitchWaitsForALongReaderAndSaysSo() throws SQLException {
        world.grow(10);
        try (Connection reader = world.database().runtime().getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select count(*) from audit_entry");
            UUID id = world.begin("audittrail");

            await().until(() -> world.latest("audittrail").obstacle() != null);
            assertThat(world.latest("audittrail").obstacle()).contains("Somebody reads");
            long before = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                world.number("select count(*) from audit_entry");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isLessThan(Duration.ofMillis(2_500));

            reader.rollback();
            assertThat(world.awaitEnd("audittrail", id).obstacle()).isNull();
        }
    }

    @Test
    void aChangeOfTheNewestEntriesIsSeenAfterTheSwitch() {
        world.node().commands().send(issue(key(1)), ORIGIN);
        world.rebuilt("inventory");
        world.node().commands().send(rename(key(1), "renamed"), ORIGIN);

        await().untilAsserted(() ->
                assertThat(world.node().bean(Inventory.class).key(key(1).value()))
                        .map(KeyView::name)
                        .hasValue("renamed"));
    }

    @Test
    void whatHasEndedIsNeverChanged() {
        world.rebuilt("audittrail");

        assertThatThrownBy(() -> world.run("update projection_rebuild set started_by = 'me'"))
                .hasStackTraceContaining("has ended");
        assertThatThrownBy(() -> world.run("delete from projection_rebuild"))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void everyTableOfAReadModelIsKnown() {
        assertThat(
                        world.text(
                                """
                                select string_agg(relname, ',' order by relname) from pg_class
                                where relkind = 'r' and relnamespace = 'public'::regnamespace
                                    and (relname like 'inventory%' or relname like 'audit%')
                                """))
                .isEqualTo(
                        world.text(
                                "select string_agg(table_name, ',' order by table_name) from"
                                        + " projection_table"));
    }

    @Test
    void aTableOfACallersOwnMakingDirectsNothing() throws SQLException {
        try (Connection connection = world.database().runtime().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create temp table projection_table (table_name text, projection text)");
            statement.execute("insert into projection_table values ('pepper', 'x')");
            for (String function : List.of("rebuild_prepare", "rebuild_switch")) {
                assertThatThrownBy(() -> statement.execute("select %s('x')".formatted(function)))
                        .isInstanceOf(SQLException.class);
            }
        }
        assertThat(world.newTables()).isZero();
    }

    @Test
    void onlyListedTablesAreNamed() {
        assertThat(world.rebuilds().knows("audittrail")).isTrue();
        assertThat(Map.of("verification", "", "nothing", "").keySet())
                .noneMatch(world.rebuilds()::knows);
    }
}
