package io.keyledger.server.ledger;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Threads that do something at the same moment. */
final class Crowd implements AutoCloseable {

    private final ExecutorService threads;

    Crowd(int most) {
        threads = Executors.newFixedThreadPool(most);
    }

    /** What each of them got, or failed with. */
    List<Object> all(int count, Attempt attempt) throws Exception {
        CyclicBarrier start = new CyclicBarrier(count);
        List<Callable<Object>> tasks =
                IntStream.range(0, count)
                        .<Callable<Object>>mapToObj(i -> () -> outcome(start, attempt, i))
                        .toList();
        return threads.invokeAll(tasks).stream().map(Future::resultNow).toList();
    }

    private static Object outcome(CyclicBarrier start, Attempt attempt, int i) throws Exception {
        start.await();
        try {
            return attempt.make(i);
        } catch (RuntimeException refused) {
            return refused;
        }
    }

    @Override
    public void close() {
        threads.close();
    }

    /** What one of them does. */
    interface Attempt {
        Object make(int i);
    }
}
