package io.keyledger.query.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.RateLimits.CountedPer;
import io.keyledger.api.hub.RateLimits.HeaderStyle;
import io.keyledger.api.hub.RateLimits.Window;
import io.keyledger.verdict.ratelimit.BudgetState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalRateLimiterTest {

    private static final Window MINUTE = new Window(60, Duration.ofMinutes(1), 60);
    private static final Window HOUR = new Window(500, Duration.ofHours(1), 500);

    private final SettableTime time = new SettableTime();
    private final LocalRateLimiter limiter = new LocalRateLimiter(time);

    @AfterEach
    void stop() {
        limiter.close();
    }

    private static RateLimits limits(Window... windows) {
        return new RateLimits(CountedPer.CREDENTIAL, List.of(windows), HeaderStyle.NONE);
    }

    private int admitted(String subject, RateLimits limits, int requests) {
        int admitted = 0;
        for (int i = 0; i < requests; i++) {
            admitted += limiter.spend(subject, limits, 1).admitted() ? 1 : 0;
        }
        return admitted;
    }

    @Test
    void aBurstIsAdmittedAndNoMore() {
        RateLimits limits = limits(new Window(60, Duration.ofMinutes(1), 100));

        assertThat(admitted("key", limits, 1_000)).isEqualTo(100);
    }

    @Test
    void tokensComeBackEvenlyOverTheWindow() {
        admitted("key", limits(MINUTE), 60);

        time.pass(Duration.ofSeconds(10));

        assertThat(admitted("key", limits(MINUTE), 1_000)).isEqualTo(10);
    }

    @Test
    void whoWaitsAsLongAsToldIsAdmittedAndNotANanosecondEarlier() {
        admitted("key", limits(MINUTE), 60);
        BudgetState denied = limiter.spend("key", limits(MINUTE), 5);

        time.pass(Duration.ofNanos(denied.retryAfterNanos() - 1));
        assertThat(limiter.spend("key", limits(MINUTE), 5).admitted()).isFalse();
        time.pass(Duration.ofNanos(1));
        assertThat(limiter.spend("key", limits(MINUTE), 5).admitted()).isTrue();
    }

    @Test
    void theStateTellsLimitRemainingAndReset() {
        BudgetState state = limiter.spend("key", limits(MINUTE), 6);

        assertThat(state)
                .isEqualTo(new BudgetState(true, 60, 54, 0, Duration.ofSeconds(6).toNanos()));
    }

    @Test
    void aDeniedRequestSpendsNothing() {
        admitted("key", limits(MINUTE), 59);

        assertThat(limiter.spend("key", limits(MINUTE), 2).admitted()).isFalse();
        assertThat(limiter.spend("key", limits(MINUTE), 1).admitted()).isTrue();
    }

    @Test
    void whatOneWindowDeniesNoOtherIsSpentFor() {
        RateLimits both = limits(MINUTE, HOUR);
        admitted("key", both, 60);

        assertThat(admitted("key", both, 10_000)).isZero();
        time.pass(Duration.ofMinutes(1));

        BudgetState state = limiter.spend("key", both, 1);
        assertThat(state.admitted()).isTrue();
        assertThat(state.limit()).isEqualTo(60);
        assertThat(state.remaining()).isEqualTo(59);
    }

    @Test
    void theTightestOfSeveralWindowsIsTold() {
        RateLimits both = limits(MINUTE, new Window(20, Duration.ofHours(1), 20));

        BudgetState state = limiter.spend("key", both, 1);

        assertThat(state.limit()).isEqualTo(20);
        assertThat(state.remaining()).isEqualTo(19);
        assertThat(admitted("key", both, 1_000)).isEqualTo(19);
    }

    @Test
    void theResetIsThatOfTheWindowThatIsTold() {
        BudgetState state = limiter.spend("key", limits(MINUTE, HOUR), 30);

        assertThat(state.limit()).isEqualTo(60);
        assertThat(state.resetNanos()).isEqualTo(Duration.ofSeconds(30).toNanos());
        assertThat(limiter.spend("key", limits(MINUTE, HOUR), 0).resetNanos())
                .isEqualTo(Duration.ofSeconds(30).toNanos());
    }

    @Test
    void theHourIsUsedUpThoughEachMinuteHasRoom() {
        RateLimits both = limits(MINUTE, HOUR);
        long admitted = 0;
        for (int minute = 0; minute < 10; minute++) {
            admitted += admitted("key", both, 60);
            time.pass(minute < 9 ? Duration.ofMinutes(1) : Duration.ZERO);
        }

        assertThat(admitted).isEqualTo(500 + 500 * 9 / 60);
        assertThat(limiter.spend("key", both, 1)).returns(500L, BudgetState::limit);
    }

    @Test
    void askingSpendsNothingAndTellsWhetherOneWouldBeAdmitted() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(limiter.spend("key", limits(MINUTE), 0).remaining()).isEqualTo(60);
        }
        admitted("key", limits(MINUTE), 60);

        BudgetState asked = limiter.spend("key", limits(MINUTE), 0);

        assertThat(asked.admitted()).isFalse();
        assertThat(asked.retryAfterNanos()).isEqualTo(Duration.ofSeconds(1).toNanos());
    }

    @Test
    void whatCostsMoreThanABudgetHoldsIsToldSoAndSpendsNothing() {
        for (RateLimits limits : List.of(limits(MINUTE), limits(HOUR, MINUTE))) {
            BudgetState state = limiter.spend("key", limits, 61);

            assertThat(state.admitted()).isFalse();
            assertThat(state.isOutOfReach()).isTrue();
            assertThat(limiter.spend("key", limits, 60).admitted()).isTrue();
            time.pass(Duration.ofHours(1));
        }
    }

    @Test
    void aClockThatGoesBackGivesNothingAndTakesNothing() {
        admitted("key", limits(MINUTE), 60);

        time.pass(Duration.ofHours(-1));
        assertThat(admitted("key", limits(MINUTE), 100)).isZero();
        time.pass(Duration.ofHours(1));
        assertThat(admitted("key", limits(MINUTE), 100)).isZero();
        time.pass(Duration.ofSeconds(5));
        assertThat(admitted("key", limits(MINUTE), 100)).isEqualTo(5);
    }

    @Test
    void theWallClockIsNotAsked() {
        assertThat(LocalRateLimiter.TIME.isWallClockBased()).isFalse();
    }

    @Test
    void subjectsDoNotShareABudget() {
        admitted("one", limits(MINUTE), 60);

        assertThat(limiter.spend("other", limits(MINUTE), 1).admitted()).isTrue();
    }

    @Test
    void newLimitsHoldFromTheNextRequestOn() {
        RateLimits larger = limits(new Window(600, Duration.ofMinutes(1), 600));
        admitted("key", limits(MINUTE), 30);

        BudgetState state = limiter.spend("key", larger, 1);

        assertThat(state.limit()).isEqualTo(600);
        assertThat(state.remaining()).isEqualTo(299);
        assertThat(limiter.spend("key", limits(MINUTE), 1).remaining()).isLessThanOrEqualTo(29);
    }

    @Test
    void changingLimitsToAndFroEarnsNothing() {
        admitted("key", limits(MINUTE), 60);

        for (int i = 0; i < 100; i++) {
            limiter.spend("key", limits(MINUTE, HOUR), 0);
            limiter.spend("key", limits(MINUTE), 0);
        }

        assertThat(limiter.spend("key", limits(MINUTE), 1).admitted()).isFalse();
    }

    @Test
    void memoryFollowsTheActiveSubjects() {
        for (int i = 0; i < 1_000; i++) {
            limiter.spend("key " + i, limits(MINUTE), 60);
        }
        time.pass(Duration.ofSeconds(59));
        limiter.forgetFull();
        assertThat(limiter.subjects()).isEqualTo(1_000);

        limiter.spend("key 7", limits(MINUTE), 59);
        time.pass(Duration.ofSeconds(1));
        limiter.forgetFull();

        assertThat(limiter.subjects()).isEqualTo(1);
        assertThat(limiter.spend("key 7", limits(MINUTE), 2).admitted()).isFalse();
    }

    @Test
    void forgettingWhileOthersSpendEarnsNothingAndCostsNothing() throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        Thread sweeper = Thread.ofPlatform().start(() -> sweepUntil(over));
        for (int i = 0; i < 2_000; i++) {
            RateLimits two = limits(new Window(1, Duration.ofMinutes(1), 2));
            String subject = "key " + i;

            assertThat(admittedTogether(4, () -> admitted(subject, two, 2))).isEqualTo(2);
        }
        over.set(true);
        sweeper.join();
    }

    private void sweepUntil(AtomicBoolean over) {
        while (!over.get()) {
            limiter.forgetFull();
        }
    }

    /** The sum of what several threads get that begin at once. */
    private static long admittedTogether(int threads, IntSupplier spending)
            throws InterruptedException {
        AtomicLong admitted = new AtomicLong();
        CyclicBarrier together = new CyclicBarrier(threads);
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            running.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                await(together);
                                admitted.addAndGet(spending.getAsInt());
                            }));
        }
        for (Thread thread : running) {
            thread.join();
        }
        return admitted.get();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void manyThreadsTogetherAreAdmittedNoMoreThanTheBurst() throws InterruptedException {
        AtomicLong admitted = new AtomicLong();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                threads.execute(() -> admitted.addAndGet(admitted("key", limits(MINUTE), 1_000)));
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }

        assertThat(admitted).hasValue(60);
    }

    /** Time that passes when it is told to. */
    static final class SettableTime implements TimeMeter {

        private final AtomicLong now = new AtomicLong(1);

        void pass(Duration time) {
            now.addAndGet(time.toNanos());
        }

        @Override
        public long currentTimeNanos() {
            return now.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
