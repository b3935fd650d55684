package io.keyledger.server.rebuild;

import static io.keyledger.server.rebuild.RebuildWorld.compared;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nodes that die, that come back, and migrations, in the middle of a rebuild. */
class RebuildFaultsTest {

    private static final int ENTRIES = 1_200;
    private static final int HALF = 500;

    private RebuildWorld world;
    private RebuildRunner first;
    private RebuildRunner second;
    private UUID rebuild;

    /** One node has made the tables and taken in one batch. */
    @BeforeEach
    void start() {
        world = RebuildWorld.start();
        world.grow(ENTRIES);
        world.quiet();
        first = world.worker("first");
        second = world.worker("second");
        rebuild = world.begin("audittrail");
        assertThat(first.workOff()).isTrue();
        assertThat(first.workOff()).isTrue();
        assertThat(world.latest("audittrail").position()).isEqualTo(HALF);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private Rebuild finishedBy(RebuildRunner node) {
        int pieces = 0;
        while (world.latest("audittrail").running() && pieces < 20) {
            node.workOff();
            pieces++;
        }
        return world.latest("audittrail");
    }

    @Test
    void aNodeThatIsAliveKeepsTheRebuildForItself() {
        assertThat(second.workOff()).isFalse();

        assertThat(world.latest("audittrail").position()).isEqualTo(HALF);
        assertThat(world.text("select owner from projection_rebuild")).isEqualTo("first");
    }

    @Test
    void whatADeadNodeHasLeftAnotherOneFinishes() {
        world.expireClaims();

        assertThat(second.workOff()).isTrue();

        assertThat(world.latest("audittrail").position()).isEqualTo(2 * HALF);
        assertIsWhole(finishedBy(second));
    }

    /** It was paused for longer than its claim lasts. */
    @Test
    void aNodeThatComesBackDoesNothingMore() {
        world.expireClaims();
        second.workOff();

        assertThat(first.workOff()).isFalse();

        assertThat(world.latest("audittrail").position()).isEqualTo(2 * HALF);
        assertIsWhole(finishedBy(second));
    }

    @Test
    void whoStopsLetsOthersGoOnAtOnce() {
        first.start();
        first.stop();

        assertIsWhole(finishedBy(second));
    }

    /** The newer release has migrated the old tables: with them, the new ones begin anew. */
    @Test
    void aMigrationIsNotUndoneByTheNodeThatComesAfterIt() {
        migrate();
        world.expireClaims();

        assertThat(second.workOff()).isTrue();

        assertThat(world.latest("audittrail").position()).isZero();
        assertIsMigrated(finishedBy(second));
    }

    @Test
    void aMigrationIsNotUndoneByTheNodeThatWasThereBefore() {
        migrate();

        assertIsMigrated(finishedBy(first));
    }

    private void migrate() {
        world.asOwner("alter table audit_entry add column more text");
        world.asOwner("create index audit_entry_by_more on audit_entry (more)");
    }

    private void assertIsMigrated(Rebuild ended) {
        assertIsWhole(ended);
        assertThat(world.number("select count(*) from audit_entry where more is null"))
                .isEqualTo(ENTRIES);
        assertThat(world.text("select 'audit_entry_by_more'::regclass::text")).isNotEmpty();
    }

    private void assertIsWhole(Rebuild ended) {
        assertThat(ended.id()).isEqualTo(rebuild);
        assertThat(ended.state()).isEqualTo(RebuildState.SWITCHED);
        assertThat(ended.entries()).isEqualTo(ENTRIES);
        assertThat(compared(ended).equal()).as("%s", ended.comparison()).isTrue();
        assertThat(world.newTables()).isZero();
    }
}
