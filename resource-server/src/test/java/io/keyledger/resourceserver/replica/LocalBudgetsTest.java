package io.keyledger.resourceserver.replica;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.RateLimits.CountedPer;
import io.keyledger.api.hub.RateLimits.HeaderStyle;
import io.keyledger.api.hub.RateLimits.Window;
import io.keyledger.verdict.ratelimit.BudgetState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A copy counts as a node does. */
class LocalBudgetsTest {

    private static final Window MINUTE = new Window(60, Duration.ofMinutes(1), 60);
    private static final Window HOUR = new Window(500, Duration.ofHours(1), 500);
    private static final Window MONTH = new Window(100, Duration.ofDays(30), 100);

    private final AtomicLong now = new AtomicLong(1);
    private final LocalBudgets budgets = new LocalBudgets(new Now(now));

    private record Now(AtomicLong nanos) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static RateLimits limits(Window... windows) {
        return new RateLimits(CountedPer.CREDENTIAL, List.of(windows), HeaderStyle.NONE);
    }

    private int admitted(RateLimits limits, int requests) {
        int admitted = 0;
        for (int i = 0; i < requests; i++) {
            admitted += budgets.spend("key", limits, 1).admitted() ? 1 : 0;
        }
        return admitted;
    }

    @Test
    void burstAndRateAreAdmittedAndNoMore() {
        assertThat(admitted(limits(MINUTE), 1_000)).isEqualTo(60);
        pass(Duration.ofSeconds(10));
        assertThat(admitted(limits(MINUTE), 1_000)).isEqualTo(10);
    }

    @Test
    void manyThreadsTogetherAreAdmittedNoMoreThanTheBurst() throws InterruptedException {
        AtomicLong admitted = new AtomicLong();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                threads.execute(() -> admitted.addAndGet(admitted(limits(MINUTE, HOUR), 1_000)));
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }

        assertThat(admitted).hasValue(60);
    }

    @Test
    void aBudgetIsNotForgottenBeforeItIsFull() {
        assertThat(admitted(limits(MONTH), 1_000)).isEqualTo(100);

        pass(Duration.ofDays(3));

        assertThat(admitted(limits(MONTH), 1_000)).isEqualTo(10);
    }

    @Test
    void aBudgetIsKeptForAsLongAsItsNewLimitsTakeToFill() {
        admitted(limits(MINUTE), 60);
        assertThat(budgets.spend("key", limits(MONTH), 1).admitted()).isFalse();

        pass(Duration.ofDays(3));

        assertThat(admitted(limits(MONTH), 1_000)).isEqualTo(10);
    }

    @Test
    void aFullBudgetIsForgotten() {
        admitted(limits(MINUTE), 60);
        assertThat(budgets.subjects()).isEqualTo(1);

        pass(Duration.ofSeconds(61));

        assertThat(budgets.subjects()).isZero();
    }

    @Test
    void whatIsToldIsOfTheTightestWindow() {
        BudgetState state = budgets.spend("key", limits(MINUTE, HOUR), 6);

        assertThat(state)
                .isEqualTo(new BudgetState(true, 60, 54, 0, Duration.ofSeconds(6).toNanos()));
    }

    @Test
    void whatOneWindowDeniesNoOtherIsSpentFor() {
        RateLimits both = limits(MINUTE, HOUR);
        admitted(both, 1_000);
        pass(Duration.ofMinutes(1));

        assertThat(admitted(both, 1_000)).isEqualTo(60);
    }

    @Test
    void whoWaitsAsLongAsToldIsAdmittedAndNotEarlier() {
        RateLimits odd = limits(new Window(7, Duration.ofSeconds(3), 7));
        admitted(odd, 7);
        BudgetState denied = budgets.spend("key", odd, 5);

        pass(Duration.ofNanos(denied.retryAfterNanos() - 2));
        assertThat(budgets.spend("key", odd, 5).admitted()).isFalse();
        pass(Duration.ofNanos(2));
        assertThat(budgets.spend("key", odd, 5).admitted()).isTrue();
    }

    @Test
    void aCostBeyondTheBudgetIsToldAsSuchAndSpendsNothing() {
        RateLimits odd = limits(new Window(7, Duration.ofSeconds(3), 7));

        BudgetState state = budgets.spend("key", odd, 8);

        assertThat(state.isOutOfReach()).isTrue();
        assertThat(budgets.spend("key", odd, 7).admitted()).isTrue();
    }

    @Test
    void anotherPlanHoldsOnTheNextRequestAndWhatWasSpentStaysSpent() {
        budgets.spend("key", limits(MINUTE), 30);

        BudgetState state =
                budgets.spend("key", limits(new Window(1, Duration.ofHours(1), 2_000)), 0);

        assertThat(state.limit()).isEqualTo(2_000);
        assertThat(state.remaining()).isEqualTo(1_000);
    }

    @Test
    void askingForNothingCostsNothing() {
        for (int i = 0; i < 100; i++) {
            assertThat(budgets.spend("key", limits(MINUTE), 0).remaining()).isEqualTo(60);
        }
    }
}
