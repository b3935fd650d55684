package io.keyledger.query.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.RateLimits.CountedPer;
import io.keyledger.api.hub.RateLimits.HeaderStyle;
import io.keyledger.api.hub.RateLimits.Window;
import io.keyledger.query.ratelimit.LocalRateLimiterTest.SettableTime;
import io.keyledger.verdict.ratelimit.BudgetState;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On one node a budget is what the profile says, to the token and to the nanosecond. */
class ExactnessTest {

    private static final String KEY = "key_1";

    private final SettableTime time = new SettableTime();
    private final LocalRateLimiter limiter = new LocalRateLimiter(time);

    @AfterEach
    void stop() {
        limiter.close();
    }

    /** A bucket of rational numbers: no rounding anywhere. */
    private static final class Model {

        private final Window window;
        private BigInteger credit;

        Model(Window window) {
            this.window = window;
            this.credit = full();
        }

        private BigInteger full() {
            return worth(window.burst());
        }

        /** Tokens, in units of which one token has as many as its period has nanoseconds. */
        private BigInteger worth(long tokens) {
            return BigInteger.valueOf(tokens).multiply(period());
        }

        private BigInteger period() {
            return BigInteger.valueOf(window.per().toNanos());
        }

        void pass(long nanos) {
            BigInteger more =
                    BigInteger.valueOf(nanos).multiply(BigInteger.valueOf(window.requests()));
            credit = credit.add(more).min(full());
        }

        boolean holds(long tokens) {
            return credit.compareTo(worth(tokens)) >= 0;
        }

        void take(long tokens) {
            credit = credit.subtract(worth(tokens));
        }

        long left() {
            return credit.divide(period()).longValueExact();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void everyDecisionIsThatOfABucketOfRationalNumbers(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            String subject = "key_" + seed + "_" + round;
            RateLimits limits = someLimits(random);
            List<Model> models = limits.windows().stream().map(Model::new).toList();
            for (int i = 0; i < 400; i++) {
                long pause = somePause(random, limits);
                time.pass(Duration.ofNanos(pause));
                models.forEach(model -> model.pass(pause));
                long cost = random.nextInt(4) == 0 ? random.nextLong(1, 8) : 1;
                assertSame(limiter.spend(subject, limits, cost), models, cost, limits);
            }
        }
    }

    private static void assertSame(
            BudgetState state, List<Model> models, long cost, RateLimits limits) {
        boolean admitted = models.stream().allMatch(model -> model.holds(cost));
        if (admitted) {
            models.forEach(model -> model.take(cost));
        }
        assertThat(state.admitted()).as("%s of %s", cost, limits).isEqualTo(admitted);
        assertThat(state.remaining())
                .isEqualTo(models.stream().mapToLong(Model::left).min().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 7, 11, 18})
    void whoObeysRetryAfterIsAdmittedAndWhoIsEarlierIsNot(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            String subject = "key_" + seed + "_" + round;
            RateLimits limits = someLimits(random);
            long cost = 1 + random.nextLong(Terms.of(limits).smallest());
            BudgetState state = limiter.spend(subject, limits, cost);
            while (state.admitted()) {
                time.pass(Duration.ofNanos(random.nextLong(1_000)));
                state = limiter.spend(subject, limits, cost);
            }
            // To the nanosecond, rounded up: two of them earlier is too early.
            time.pass(Duration.ofNanos(state.retryAfterNanos() - 2));
            assertThat(limiter.spend(subject, limits, cost).admitted()).as("%s", limits).isFalse();
            time.pass(Duration.ofNanos(2));
            assertThat(limiter.spend(subject, limits, cost).admitted()).as("%s", limits).isTrue();
        }
    }

    @Test
    void whoKeepsTo99PercentOfTheRateIsNeverRefused() {
        for (Window window :
                List.of(
                        new Window(60, Duration.ofMinutes(1), 1),
                        new Window(1_000, Duration.ofMinutes(1), 2_000),
                        new Window(7, Duration.ofSeconds(3), 1),
                        new Window(999_983, Duration.ofHours(1), 1))) {
            RateLimits limits = limits(window);
            long pause = (long) Math.ceil(window.per().toNanos() / (window.requests() * 0.99));
            for (int i = 0; i < 100_000; i++) {
                assertThat(limiter.spend("key " + window, limits, 1).admitted()).isTrue();
                time.pass(Duration.ofNanos(pause));
            }
        }
    }

    /**
     * Ten times the load from many threads while time goes on: not a token more, and not one less.
     */
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8, 16, 32})
    void manyThreadsGetExactlyBurstAndRate(int threads) throws InterruptedException {
        Window minute = new Window(600, Duration.ofMinutes(1), 100);
        Window hour = new Window(30_000, Duration.ofHours(1), 5_000);
        RateLimits limits = limits(minute, hour);
        AtomicLong admitted = new AtomicLong();
        AtomicBoolean over = new AtomicBoolean();
        CountDownLatch running = new CountDownLatch(threads);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                pool.execute(() -> {
                    running.countDown();
                    while (!over.get()) {
                        admitted.addAndGet(limiter.spend(KEY, limits, 1).admitted() ? 1 : 0);
                    }
                });
            }
            running.await();
            awaitDrained(limits);
            // 100 s in steps of 20 ms: each brings a fifth of a token, and is asked for many times.
            for (int step = 0; step < 5_000; step++) {
                time.pass(Duration.ofMillis(20));
                Thread.onSpinWait();
                if (step % 50 == 0) {
                    awaitDrained(limits);
                }
            }
            awaitDrained(limits);
            over.set(true);
            pool.shutdown();
            assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }

        assertThat(admitted).hasValue(100 + 1_000);
    }

    private void awaitDrained(RateLimits limits) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (limiter.spend(KEY, limits, 0).remaining() > 0 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aSmallerPlanHoldsOnTheNextRequestAndForgivesNothing() {
        RateLimits large = limits(new Window(1_000, Duration.ofMinutes(1), 2_000));
        RateLimits small = limits(new Window(60, Duration.ofMinutes(1), 100));
        spend(large, 2_000);

        assertThat(limiter.spend(KEY, small, 1).admitted()).isFalse();
        time.pass(Duration.ofSeconds(1));
        assertThat(limiter.spend(KEY, small, 1).admitted()).isTrue();
        assertThat(limiter.spend(KEY, small, 1).admitted()).isFalse();
    }

    @Test
    void aLargerPlanHoldsOnTheNextRequestAndWhatWasSpentStaysSpent() {
        RateLimits small = limits(new Window(60, Duration.ofMinutes(1), 100));
        RateLimits large = limits(new Window(1_000, Duration.ofMinutes(1), 2_000));
        spend(small, 25);

        BudgetState state = limiter.spend(KEY, large, 1);

        assertThat(state.limit()).isEqualTo(2_000);
        assertThat(state.remaining()).as("a quarter stays spent").isEqualTo(1_499);
        time.pass(Duration.ofMillis(60));
        assertThat(limiter.spend(KEY, large, 0).remaining()).isEqualTo(1_500);
    }

    @Test
    void anActiveSubjectCostsAFewHundredBytes() {
        RateLimits limits = limits(new Window(60, Duration.ofMinutes(1), 100));
        int subjects = 100_000;
        long before = usedHeap();
        for (int i = 0; i < subjects; i++) {
            limiter.spend("key_%020d".formatted(i), limits, 1);
        }
        long each = (usedHeap() - before) / subjects;

        assertThat(limiter.subjects()).isEqualTo(subjects);
        assertThat(each).as("bytes").isLessThan(700);
    }

    private static long usedHeap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    private void spend(RateLimits limits, int tokens) {
        for (int i = 0; i < tokens; i++) {
            assertThat(limiter.spend(KEY, limits, 1).admitted()).isTrue();
        }
    }

    private static RateLimits limits(Window... windows) {
        return new RateLimits(CountedPer.CREDENTIAL, List.of(windows), HeaderStyle.NONE);
    }

    private static RateLimits someLimits(Random random) {
        List<Window> windows = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            long requests = 1 + random.nextLong(i == 0 ? 100 : 5_000);
            Duration per = Duration.ofSeconds(1 + random.nextLong(i == 0 ? 60 : 86_400));
            windows.add(new Window(requests, per, 8 + random.nextLong(200)));
        }
        return limits(windows.toArray(Window[]::new));
    }

    /** Mostly about ten times as fast as the first window allows; now and then a long rest. */
    private static long somePause(Random random, RateLimits limits) {
        Window first = limits.windows().getFirst();
        long fair = first.per().toNanos() / first.requests();
        return switch (random.nextInt(20)) {
            case 0 -> random.nextLong(first.per().toNanos() * 2);
            case 1 -> 0;
            case 2 -> 1;
            default -> random.nextLong(Math.max(2, fair / 5));
        };
    }
}
