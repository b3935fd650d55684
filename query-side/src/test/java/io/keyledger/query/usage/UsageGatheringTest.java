package io.keyledger.query.usage;

import static io.keyledger.query.usage.Verdicts.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.VerdictCode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is counted, and that it is taken once. */
class UsageGatheringTest {

    private static final Instant NOON = Instant.parse("2027-01-01T12:00:00Z");
    private static final List<VerdictCode> CODES = List.of(VerdictCode.values());
    private static final long MINUTE = NOON.getEpochSecond() / 60;

    private final SettableClock clock = new SettableClock(NOON);
    private Room room = new Room(1_000);
    private UsageGathering gathering = new UsageGathering(clock, room);
    private Backlog backlog = new Backlog(room, 1_000);

    private void room(int most) {
        room = new Room(most);
        gathering = new UsageGathering(clock, room);
        backlog = new Backlog(room, 1_000);
    }

    /** Everything that was counted since the last call. */
    private Map<Slot, Tally> taken() {
        Map<Slot, Tally> all = new HashMap<>();
        gathering.moveTo(backlog);
        for (Batch batch = backlog.next(); batch != null; batch = backlog.next()) {
            all.putAll(batch.tallies());
            backlog.arrived(batch);
        }
        return all;
    }

    private static long count(Map<Slot, Tally> taken, String holder, VerdictCode code) {
        return taken.entrySet().stream()
                .filter(it -> it.getKey().holder().equals(holder))
                .mapToLong(it -> it.getValue().count(Codes.place(code)))
                .sum();
    }

    @Test
    void aVerdictIsCountedByCredentialAndCodeAndTakenOnce() {
        gathering.count(Verdicts.on(1, VerdictCode.VALID));
        gathering.count(Verdicts.on(1, VerdictCode.VALID));
        gathering.count(Verdicts.on(1, VerdictCode.REVOKED));
        gathering.count(Verdicts.on(2, VerdictCode.VALID));

        Map<Slot, Tally> taken = taken();

        assertThat(taken).hasSize(2);
        assertThat(count(taken, "key_1", VerdictCode.VALID)).isEqualTo(2);
        assertThat(count(taken, "key_1", VerdictCode.REVOKED)).isEqualTo(1);
        assertThat(count(taken, "key_2", VerdictCode.VALID)).isEqualTo(1);
        assertThat(taken()).isEmpty();
        assertThat(room.held()).isZero();
    }

    @Test
    void whatNobodyKnowsIsNobodysUsage() {
        gathering.count(Verdict.NOT_FOUND);

        assertThat(taken()).isEmpty();
    }

    @Test
    void aMinuteEndsWithItsLastMillisecond() {
        clock.set(NOON.minusMillis(1));
        gathering.count(Verdicts.on(1, VerdictCode.VALID));
        clock.set(NOON);
        gathering.count(Verdicts.on(1, VerdictCode.VALID));
        clock.set(NOON.plusMillis(59_999));
        gathering.count(Verdicts.on(1, VerdictCode.VALID));
        clock.set(NOON.plusSeconds(60));
        gathering.count(Verdicts.on(1, VerdictCode.VALID));

        Map<Slot, Tally> taken = taken();

        assertThat(valid(taken, MINUTE - 1)).isEqualTo(1);
        assertThat(valid(taken, MINUTE)).isEqualTo(2);
        assertThat(valid(taken, MINUTE + 1)).isEqualTo(1);
    }

    @Test
    void aClockThatIsSetBackCountsWhereItStands() {
        gathering.count(Verdicts.on(1, VerdictCode.VALID));
        clock.set(NOON.minusSeconds(3_600));
        gathering.count(Verdicts.on(1, VerdictCode.VALID));
        clock.set(NOON);
        gathering.count(Verdicts.on(1, VerdictCode.VALID));

        Map<Slot, Tally> taken = taken();

        assertThat(valid(taken, MINUTE)).isEqualTo(2);
        assertThat(valid(taken, MINUTE - 60)).isEqualTo(1);
    }

    private static long valid(Map<Slot, Tally> taken, long minute) {
        Tally tally = taken.get(new Slot("key_1", minute));
        return tally == null ? 0 : tally.count(Codes.place(VerdictCode.VALID));
    }

    @Test
    void theLowestThatWasLeftIsKeptAndWhenItWasLastUsed() {
        gathering.count(Verdicts.leaving(1, 70));
        gathering.count(Verdicts.leaving(1, 12));
        clock.set(NOON.plusSeconds(7));
        gathering.count(Verdicts.leaving(1, 30));

        Tally tally = taken().get(new Slot("key_1", MINUTE));

        assertThat(tally).isNotNull();
        assertThat(Headroom.unpacked(tally.lowest(Codes.place(VerdictCode.VALID))))
                .isEqualTo(new Headroom(12, 100));
        assertThat(Headroom.unpacked(tally.lowest(Codes.place(VerdictCode.RATE_LIMITED)))).isNull();
        assertThat(tally.lastUsed()).isEqualTo(NOON.plusSeconds(7).toEpochMilli());
    }

    @Test
    void tokensAreCountedForTheirGrantAndThoseOfAnAppItselfForTheApp() {
        gathering.count(Verdicts.onToken("gnt_1", "app_1", "acc_1"));
        gathering.count(Verdicts.onToken("gnt_2", "app_1", null));
        gathering.count(Verdicts.onToken("gnt_3", "app_1", null));

        Map<Slot, Tally> taken = taken();

        assertThat(count(taken, "gnt_1", VerdictCode.VALID)).isEqualTo(1);
        assertThat(count(taken, "app_1", VerdictCode.VALID)).isEqualTo(2);
        assertThat(taken).hasSize(2);
    }

    /** What an attacker with many credentials can make this node hold is bounded. */
    @Test
    void whatThereIsNoRoomForIsCountedForItsWorkspace() {
        room(3);
        IntStream.range(0, 10).forEach(key -> gathering.count(Verdicts.on(key, VerdictCode.VALID)));

        Map<Slot, Tally> taken = taken();

        assertThat(taken.keySet())
                .extracting(Slot::holder)
                .containsExactlyInAnyOrder("key_0", "key_1", "key_2", WORKSPACE);
        assertThat(count(taken, WORKSPACE, VerdictCode.VALID)).isEqualTo(7);
        assertThat(room.crowded()).isEqualTo(7);
        gathering.count(Verdicts.on(9, VerdictCode.VALID));
        assertThat(count(taken(), "key_9", VerdictCode.VALID)).as("with room again").isEqualTo(1);
    }

    @Test
    void whatThereIsNoRoomForAtAllIsToldByAMetricOnly() {
        room(1);
        IntStream.range(0, 5).forEach(it -> gathering.count(Verdicts.in("ws_" + it, it)));

        assertThat(taken()).hasSize(2);
        assertThat(room.lost()).isEqualTo(3);
    }

    /** Threads count across minutes while another takes all the time. */
    @Test
    void underLoadNothingIsLostAndNothingTakenTwice() throws Exception {
        int threads = 8;
        int each = 200_000;
        Map<Slot, Long> sums = new HashMap<>();
        long[] lastUsed = new long[1];
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            var counting =
                    IntStream.range(0, threads)
                            .mapToObj(_ -> pool.submit(() -> countThrough(each)))
                            .toList();
            while (!counting.stream().allMatch(Future::isDone)) {
                addTo(sums, lastUsed);
            }
            for (Future<?> one : counting) {
                one.get(1, TimeUnit.MINUTES);
            }
        }
        addTo(sums, lastUsed);

        assertThat(sums.values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo((long) threads * each);
        assertThat(sums.keySet()).extracting(Slot::holder).doesNotContain(WORKSPACE);
        assertThat(sums.keySet().stream().map(Slot::minute).distinct()).hasSizeGreaterThan(20);
        assertThat(lastUsed[0]).isEqualTo(clock.millis());
        assertThat(room.held()).isZero();
    }

    private void countThrough(int times) {
        for (int i = 0; i < times; i++) {
            clock.tick();
            gathering.count(Verdicts.on(i % 10, CODES.get(i % CODES.size())));
        }
    }

    private void addTo(Map<Slot, Long> sums, long[] lastUsed) {
        taken().forEach((slot, tally) -> {
            long all = IntStream.range(0, Codes.COUNT).mapToLong(tally::count).sum();
            sums.merge(slot, all, Long::sum);
            lastUsed[0] = Math.max(lastUsed[0], tally.lastUsed());
        });
    }
}
