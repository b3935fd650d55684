package io.keyledger.query.usage;

import static io.keyledger.query.usage.Verdicts.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.testing.PostgresForTests;
import io.keyledger.testing.TestDatabase;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.VerdictCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** From the counting on several nodes to the answer. On a real PostgreSQL. */
class UsageTest {

    private static final Instant NOON = Instant.parse("2027-01-01T12:00:00Z");

    private final TestDatabase database = PostgresForTests.freshDatabase();
    private final JdbcClient owner = JdbcClient.create(database.owner());
    private final SettableClock clock = new SettableClock(NOON);
    private final Node one = new Node("one");
    private final Node other = new Node("other");
    private final Usage usage = new Usage(JdbcClient.create(database.runtime()));

    @AfterEach
    void close() {
        database.close();
    }

    /** What a process has. */
    private final class Node {

        private final Room room = new Room(1_000);
        private final UsageGathering gathering = new UsageGathering(clock, room);
        private final Backlog backlog = new Backlog(room, 50);
        private final UsageTables tables;
        private final UsageFlush flush;

        Node(String name) {
            tables = new UsageTables(database.runtime(), name);
            flush = new UsageFlush(gathering, backlog, tables);
        }

        void count(Verdict... verdicts) {
            List.of(verdicts).forEach(gathering::count);
        }

        void flush() {
            flush.flush();
        }
    }

    private static UsageRange around(Resolution resolution) {
        return new UsageRange(
                NOON.minus(Duration.ofDays(2)), NOON.plus(Duration.ofDays(2)), resolution);
    }

    private List<UsageInterval> of(int key, Resolution resolution) {
        return usage.ofCredential("key_" + key, around(resolution));
    }

    private static UsageInterval interval(Instant start, Map<VerdictCode, Long> counts) {
        return new UsageInterval(start, counts, null);
    }

    @ParameterizedTest
    @EnumSource
    void twoNodesAddToTheSameMinute(Resolution resolution) {
        one.count(Verdicts.on(1, VerdictCode.VALID), Verdicts.on(1, VerdictCode.EXPIRED));
        other.count(Verdicts.on(1, VerdictCode.VALID), Verdicts.on(2, VerdictCode.VALID));
        one.flush();
        other.flush();
        one.count(Verdicts.on(1, VerdictCode.VALID));
        one.flush();
        one.flush();

        Instant start = resolution.floor(NOON);
        assertThat(of(1, resolution))
                .containsExactly(
                        interval(start, Map.of(VerdictCode.VALID, 3L, VerdictCode.EXPIRED, 1L)));
        assertThat(usage.ofWorkspace(WORKSPACE, around(resolution)))
                .containsExactly(
                        interval(start, Map.of(VerdictCode.VALID, 4L, VerdictCode.EXPIRED, 1L)));
    }

    @Test
    void manyNodesThatFlushAtOnceAddUpAndDoNotStopEachOther() throws Exception {
        int nodes = 4;
        int rounds = 10;
        try (ExecutorService pool = Executors.newFixedThreadPool(nodes)) {
            var running =
                    IntStream.range(0, nodes)
                            .mapToObj(number -> pool.submit(() -> flushRounds(number, rounds)))
                            .toList();
            for (var node : running) {
                node.get(1, TimeUnit.MINUTES);
            }
        }

        assertThat(usage.ofWorkspace(WORKSPACE, around(Resolution.HOUR)))
                .containsExactly(
                        interval(NOON, Map.of(VerdictCode.VALID, (long) nodes * rounds * 20)));
    }

    /** Each in another order, all at the same rows. */
    private void flushRounds(int number, int rounds) {
        Node node = new Node("node-" + number);
        for (int round = 0; round < rounds; round++) {
            for (int key = 0; key < 20; key++) {
                node.count(Verdicts.on((key * 7 + number) % 20, VerdictCode.VALID));
            }
            node.flush();
        }
    }

    @Test
    void hoursAndDaysAreExactlyTheSumOfTheirMinutes() {
        for (int minute = 0; minute < 180; minute++) {
            clock.set(NOON.minus(Duration.ofHours(13)).plus(Duration.ofMinutes(minute)));
            one.count(Verdicts.leaving(1, 100 - minute % 60));
        }
        one.flush();

        assertThat(of(1, Resolution.MINUTE)).hasSize(180);
        assertThat(of(1, Resolution.HOUR))
                .extracting(UsageInterval::start, UsageInterval::accepted, UsageInterval::headroom)
                .containsExactly(
                        row("2026-12-31T23:00:00Z", 60),
                        row("2027-01-01T00:00:00Z", 60),
                        row("2027-01-01T01:00:00Z", 60));
        assertThat(of(1, Resolution.DAY))
                .extracting(UsageInterval::start, UsageInterval::accepted, UsageInterval::headroom)
                .containsExactly(row("2026-12-31T00:00:00Z", 60), row("2027-01-01T00:00:00Z", 120));
    }

    private static Tuple row(String start, long accepted) {
        return Tuple.tuple(Instant.parse(start), accepted, new Headroom(41, 100));
    }

    @Test
    void theLowestHeadroomOfAllNodesStays() {
        one.count(Verdicts.leaving(1, 40));
        one.flush();
        other.count(Verdicts.leaving(1, 0), Verdicts.on(1, VerdictCode.EXPIRED));
        other.flush();
        one.count(Verdicts.leaving(1, 90));
        one.flush();

        assertThat(of(1, Resolution.MINUTE).getFirst().headroom()).isEqualTo(new Headroom(0, 100));
        assertThat(usage.ofWorkspace(WORKSPACE, around(Resolution.DAY)).getFirst().headroom())
                .isEqualTo(new Headroom(0, 100));
    }

    @Test
    void whileTheDatabaseIsAwayCountingGoesOnAndArrivesLater() {
        one.count(Verdicts.on(1, VerdictCode.VALID));
        owner.sql("alter table usage_hour rename to gone").update();
        assertThatThrownBy(one::flush).isInstanceOf(DataAccessException.class);
        one.count(Verdicts.on(1, VerdictCode.VALID));
        assertThatThrownBy(one::flush).isInstanceOf(DataAccessException.class);
        assertThat(of(1, Resolution.MINUTE)).as("all or nothing").isEmpty();

        owner.sql("alter table gone rename to usage_hour").update();
        one.flush();

        for (Resolution resolution : Resolution.values()) {
            assertThat(of(1, resolution))
                    .extracting(UsageInterval::accepted)
                    .as(resolution.word())
                    .containsExactly(2L);
        }
        assertThat(one.room.held()).isZero();
    }

    /** The commit arrived, and the word of it did not. */
    @Test
    void aBatchThatIsSentTwiceCountsOnce() {
        one.count(Verdicts.on(1, VerdictCode.VALID));
        one.gathering.moveTo(one.backlog);
        Batch batch = one.backlog.next();
        assertThat(batch).isNotNull();

        one.tables.add(batch);
        one.flush();

        assertThat(of(1, Resolution.MINUTE))
                .extracting(UsageInterval::accepted)
                .containsExactly(1L);
    }

    @Test
    void theLastUseIsTheLatestOfAllNodes() {
        clock.set(NOON.plusSeconds(5));
        one.count(Verdicts.on(1, VerdictCode.RATE_LIMITED));
        clock.set(NOON.plusSeconds(2));
        other.count(Verdicts.on(1, VerdictCode.VALID), Verdicts.on(2, VerdictCode.VALID));
        one.flush();
        other.flush();

        assertThat(usage.lastUsed(List.of("key_1", "key_2", "key_3")))
                .isEqualTo(Map.of("key_1", NOON.plusSeconds(5), "key_2", NOON.plusSeconds(2)));
        assertThat(usage.lastUsed("key_3")).isEmpty();
    }

    @Test
    void theBusiestCredentialsOfAWorkspaceComeFirst() {
        one.count(Verdicts.on(1, VerdictCode.VALID), Verdicts.in("ws_other", 9));
        one.count(Verdicts.on(2, VerdictCode.VALID), Verdicts.on(2, VerdictCode.EXPIRED));
        other.count(Verdicts.on(2, VerdictCode.VALID), Verdicts.on(3, VerdictCode.VALID));
        one.flush();
        other.flush();

        assertThat(usage.busiest(WORKSPACE, around(Resolution.HOUR), 2))
                .containsExactly(
                        new UsedCredential("key_2", 3, 1), new UsedCredential("key_1", 1, 0));
        assertThat(usage.busiest(WORKSPACE, around(Resolution.HOUR), 9)).hasSize(3);
    }

    @Test
    void aRangeIsOfWholeIntervals() {
        one.count(Verdicts.on(1, VerdictCode.VALID));
        clock.set(NOON.plusSeconds(60));
        one.count(Verdicts.on(1, VerdictCode.VALID));
        one.flush();

        assertThat(usage.ofCredential("key_1", minutes(NOON.plusSeconds(30), NOON.plusSeconds(31))))
                .extracting(UsageInterval::start)
                .containsExactly(NOON);
        assertThat(usage.ofCredential("key_1", minutes(NOON.plusSeconds(60), NOON.plusSeconds(61))))
                .extracting(UsageInterval::start)
                .containsExactly(NOON.plusSeconds(60));
        assertThat(usage.ofCredential("key_1", minutes(NOON.minusSeconds(60), NOON))).isEmpty();
        assertThatThrownBy(() -> minutes(NOON, NOON)).isInstanceOf(IllegalArgumentException.class);
    }

    private static UsageRange minutes(Instant from, Instant to) {
        return new UsageRange(from, to, Resolution.MINUTE);
    }

    @ParameterizedTest
    @EnumSource
    void intervalsAreKeptAsLongAsTheyCanBeAskedForAndNoLonger(Resolution resolution) {
        one.count(Verdicts.on(1, VerdictCode.VALID));
        one.flush();
        Instant start = resolution.floor(NOON);
        Instant end = start.plus(resolution.kept()).plus(resolution.length());

        new UsageSweep(one.tables, at(end.minusMillis(1)), 10, 10).sweep();
        assertThat(of(1, resolution)).hasSize(1);

        new UsageSweep(one.tables, at(end), 10, 10).sweep();
        assertThat(of(1, resolution)).isEmpty();
    }

    private static SettableClock at(Instant now) {
        return new SettableClock(now);
    }

    @Test
    void aSweepIsBoundedAndTheNextOneGoesOn() {
        for (int key = 0; key < 10; key++) {
            one.count(Verdicts.on(key, VerdictCode.VALID));
        }
        one.flush();
        UsageSweep sweep = new UsageSweep(one.tables, at(NOON.plus(Duration.ofDays(3))), 2, 3);

        sweep.sweep();
        assertThat(rows("usage_minute")).isEqualTo(4);
        sweep.sweep();
        assertThat(rows("usage_minute")).isZero();
        assertThat(rows("usage_hour")).isEqualTo(10);
    }

    /** Rows that another node is at are passed over, not waited for. */
    @Test
    void twoNodesMaySweepAtOnce() {
        one.count(Verdicts.on(1, VerdictCode.VALID), Verdicts.on(2, VerdictCode.VALID));
        one.flush();
        Instant later = NOON.plus(Duration.ofDays(3));
        DataSource held = database.owner();
        TransactionTemplate locking =
                new TransactionTemplate(new DataSourceTransactionManager(held));

        locking.executeWithoutResult(_ -> {
            JdbcClient.create(held)
                    .sql("select 1 from usage_minute where credential_id = 'key_1' for update")
                    .query()
                    .singleRow();
            assertThat(other.tables.forget(Resolution.MINUTE, later, 10)).isEqualTo(1);
        });
        assertThat(one.tables.forget(Resolution.MINUTE, later, 10)).isEqualTo(1);
    }

    @Test
    void lastUsesOfKeysAreKeptAndThoseOfGrantsAreForgottenInTime() {
        one.count(Verdicts.on(1, VerdictCode.VALID), Verdicts.onToken("gnt_1", "app_1", "acc_1"));
        one.flush();

        new UsageSweep(one.tables, at(NOON.plus(Duration.ofDays(700))), 10, 10).sweep();
        assertThat(usage.lastUsed("gnt_1")).contains(NOON);
        new UsageSweep(one.tables, at(NOON.plus(Duration.ofDays(800))), 10, 10).sweep();

        assertThat(usage.lastUsed("gnt_1")).isEmpty();
        assertThat(usage.lastUsed("key_1")).contains(NOON);
    }

    private int rows(String table) {
        return owner.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
