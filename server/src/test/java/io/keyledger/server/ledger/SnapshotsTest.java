package io.keyledger.server.ledger;

import static io.keyledger.server.ledger.CommandExamples.ORIGIN;
import static io.keyledger.server.ledger.CommandExamples.issue;
import static io.keyledger.server.ledger.CommandExamples.key;
import static io.keyledger.server.ledger.CommandExamples.rename;
import static io.keyledger.server.ledger.GrantExamples.approve;
import static io.keyledger.server.ledger.GrantExamples.grant;
import static io.keyledger.server.ledger.GrantExamples.redeem;
import static io.keyledger.server.ledger.GrantExamples.refresh;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.grant.GrantEvent;
import io.keyledger.api.grant.GrantEvent.ClientCredentialsGranted;
import io.keyledger.api.grant.GrantId;
import io.keyledger.api.grant.Redemption.Reused;
import io.keyledger.api.grant.Redemption.Succeeded;
import io.keyledger.command.CommandSide;
import io.keyledger.command.grant.Grant;
import io.keyledger.command.snapshot.SnapshotType;
import io.keyledger.testing.PostgresForTests;
import io.keyledger.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A grant that is refreshed each hour has 8,760 events a year, and is not to become slower. */
class SnapshotsTest {

    private TestDatabase database;
    private LedgerNode node;

    @BeforeEach
    void start() {
        database = PostgresForTests.freshDatabase();
        node = LedgerNode.start(database);
    }

    @AfterEach
    void stop() {
        node.close();
        database.close();
    }

    @Test
    void howeverOftenAGrantIsRefreshedAHundredEventsAreReadOfIt() {
        GrantId grant = grant(1);
        begin(grant);
        for (int generation = 1; generation <= 350; generation++) {
            send(refresh(grant, generation, 0));
            assertThat(read(grant)).hasSizeLessThanOrEqualTo(101);
        }
        assertThat(snapshots()).isEqualTo(1);
    }

    @Test
    void aSnapshotKnowsWhatTheEventsWouldSay() {
        GrantId grant = refreshed(250);
        Object ofSnapshotAndEvents = snapshotOf(grant);

        forgetSnapshots();

        assertThat(snapshotOf(grant)).isEqualTo(ofSnapshotAndEvents);
    }

    @Test
    void aGrantThatIsReadFromItsSnapshotIsRefreshedAndNoticesReuseAsEver() {
        GrantId grant = refreshed(250);

        assertThat(send(refresh(grant, 251, 0)).answer())
                .isInstanceOfSatisfying(
                        Succeeded.class, it -> assertThat(it.generation()).isEqualTo(252));
        assertThat(send(refresh(grant, 251, 1)).answer())
                .isInstanceOfSatisfying(
                        Succeeded.class,
                        it -> assertThat(it.succession().salt()).isEqualTo("salt0"));
        assertThat(send(refresh(grant, 1, 0)).answer()).isEqualTo(new Reused());
    }

    /** As after a release that remembers something else. */
    @Test
    void aSnapshotOfAnotherRevisionIsPassedOver() {
        GrantId grant = refreshed(120);
        execute("update ledger_snapshot set payload_revision = '0', payload = '{}'");

        assertThat(read(grant)).hasSize(122);
        assertThat(send(refresh(grant, 121, 0)).version()).isEqualTo(122);
        assertThat(read(grant).getFirst().getPayload()).isNotInstanceOf(GrantEvent.class);
    }

    @Test
    void aSnapshotThatCannotBeReadIsPassedOver() {
        GrantId grant = refreshed(120);
        execute("update ledger_snapshot set payload = '{}'");

        assertThat(send(refresh(grant, 121, 0)).version()).isEqualTo(122);
    }

    @Test
    void aSnapshotThatCannotBeWrittenHarmsNoCommand() {
        execute("revoke insert on ledger_snapshot from keyledger_runtime");

        GrantId grant = refreshed(120);

        assertThat(snapshots()).isZero();
        assertThat(send(refresh(grant, 121, 0)).version()).isEqualTo(122);
    }

    @Test
    void whatHasFewEventsIsNotAskedForSnapshots() {
        node.commands().send(issue(key(1)), ORIGIN);
        IntStream.range(0, 120)
                .forEach(i -> node.commands().send(rename(key(1), "name " + i), ORIGIN));

        assertThat(snapshots()).isZero();
    }

    /** What a release has written, the next one reads, or has another revision. */
    @Test
    void aSnapshotIsWrittenAndReadAsItsGoldenFile() throws IOException {
        append(
                OAuthEventExamples.ofGrants().stream()
                        .filter(it -> !(it instanceof ClientCredentialsGranted))
                        .toList());
        Object remembered = snapshotOf(OAuthEventExamples.GRANT);

        assertThat(stored()).isEqualTo(golden());
        assertThat(CommandSide.snapshots())
                .extracting(SnapshotType::type)
                .contains(remembered.getClass());
    }

    private static String golden() throws IOException {
        String written =
                Files.readString(Path.of("src/test/resources/golden-snapshots/grant.state/1.json"));
        return JsonMapper.shared().readTree(written).toString();
    }

    private String stored() {
        return jdbc().sql("select payload from ledger_snapshot").query(String.class).single();
    }

    private GrantId refreshed(int times) {
        GrantId grant = grant(1);
        begin(grant);
        IntStream.rangeClosed(1, times).forEach(it -> send(refresh(grant, it, 0)));
        return grant;
    }

    private void begin(GrantId grant) {
        send(approve(grant));
        send(redeem(grant, 0));
    }

    private CommandResult send(Object command) {
        return node.commands().send(command, ORIGIN);
    }

    /** Makes a snapshot, and reads it. */
    private Object snapshotOf(GrantId grant) {
        node.bean(Snapshotter.class).scheduleSnapshot(Grant.class, grant.value());
        List<DomainEventMessage<?>> read = read(grant);
        assertThat(read).hasSize(1);
        return read.getFirst().getPayload();
    }

    private List<DomainEventMessage<?>> read(GrantId grant) {
        return node.bean(EventStore.class)
                .readEvents(grant.value())
                .asStream()
                .<DomainEventMessage<?>>map(it -> it)
                .toList();
    }

    private void append(List<Object> events) {
        node.bean(EventStorageEngine.class)
                .appendEvents(
                        IntStream.range(0, events.size())
                                .mapToObj(i -> message(i, events.get(i)))
                                .toList());
    }

    private static DomainEventMessage<?> message(int sequence, Object event) {
        String grant = OAuthEventExamples.GRANT.value();
        return new GenericDomainEventMessage<>("Grant", grant, sequence, event);
    }

    private int snapshots() {
        return jdbc().sql("select count(*) from ledger_snapshot").query(Integer.class).single();
    }

    private void forgetSnapshots() {
        execute("delete from ledger_snapshot");
    }

    private void execute(String sql) {
        jdbc().sql(sql).update();
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(database.owner());
    }
}
