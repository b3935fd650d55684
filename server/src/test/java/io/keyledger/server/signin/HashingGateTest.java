package io.keyledger.server.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.server.page.PageProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** DS-02: anybody can ask for a hash; what that costs is bounded. */
class HashingGateTest {

    private static final int AT_ONCE = 2;

    private final HashingGate gate = new HashingGate(AT_ONCE);

    @Test
    void soManyWorkAtOnceSoManyWaitAndTheRestIsToldToComeBack() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        AtomicInteger working = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<Integer>> taken = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < AT_ONCE + HashingGate.MOST_WAITING; i++) {
                taken.add(people.submit(() -> gate.pass(() -> work(open, working, most))));
            }
            awaitFull();

            assertThatThrownBy(() -> gate.pass(() -> 1)).isInstanceOf(PageProblem.class);

            open.countDown();
            for (Future<Integer> one : taken) {
                assertThat(one.get(10, TimeUnit.SECONDS)).isEqualTo(1);
            }
        }
        assertThat(most).hasValue(AT_ONCE);
        assertThat(gate.pass(() -> 2)).as("there is room again").isEqualTo(2);
    }

    @Test
    void whoFailsLeavesRoomForOthers() {
        for (int i = 0; i < 200; i++) {
            assertThatThrownBy(() ->
                            gate.pass(() -> {
                                throw new IllegalStateException("no");
                            }))
                    .hasMessage("no");
        }
        assertThat(gate.pass(() -> 1)).isEqualTo(1);
    }

    private static int work(CountDownLatch open, AtomicInteger working, AtomicInteger most) {
        most.accumulateAndGet(working.incrementAndGet(), Math::max);
        try {
            if (!open.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the test did not go on");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        working.decrementAndGet();
        return 1;
    }

    private void awaitFull() throws InterruptedException {
        for (int i = 0; i < 500 && gate.isOpen(); i++) {
            Thread.sleep(10);
        }
    }
}
