package io.keyledger.query.verification;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** A table whose readers a test stops between reading a row and returning it. */
final class HeldLoads implements TrustedCache.Source<String, String>, AutoCloseable {

    final Map<String, String> table = new ConcurrentHashMap<>();
    final ExecutorService loaders = Executors.newCachedThreadPool();

    private final Semaphore reads = new Semaphore(0);
    private final Semaphore returns = new Semaphore(0);

    @Override
    public @Nullable String read(String key) {
        String row = table.get(key);
        reads.release();
        returns.acquireUninterruptibly();
        return row;
    }

    /** Waits until one more reader has read its row; it returns it when it is let go. */
    void awaitRead() {
        reads.acquireUninterruptibly();
    }

    void letGo(int readers) {
        returns.release(readers);
    }

    /** Reads of the table that no test has waited for yet. */
    int unawaitedReads() {
        return reads.availablePermits();
    }

    @Override
    public void close() {
        letGo(1_000);
        loaders.shutdownNow();
    }
}
