package io.keyledger.query.usage;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Flushes from time to time and when the node stops, and sweeps, on a thread of its own. */
final class UsageWriter implements SmartLifecycle {

    /** Starts before the servers that have verdicts to count, and stops after them. */
    private static final int PHASE = -900;

    private static final Duration SWEEP = Duration.ofMinutes(5);
    private static final Logger log = LoggerFactory.getLogger(UsageWriter.class);

    private final UsageFlush flush;
    private final UsageSweep sweep;
    private final UsageMetrics metrics;
    private final Duration every;
    private @Nullable ScheduledExecutorService thread;
    private boolean failing;

    UsageWriter(UsageFlush flush, UsageSweep sweep, UsageMetrics metrics, Duration every) {
        this.flush = flush;
        this.sweep = sweep;
        this.metrics = metrics;
        this.every = every;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("usage").factory());
        schedule(started, this::flush, every.toMillis(), every);
        // Nodes that start together do not sweep together.
        schedule(
                started,
                this::sweep,
                ThreadLocalRandom.current().nextLong(SWEEP.toMillis()),
                SWEEP);
        thread = started;
    }

    private static void schedule(
            ScheduledExecutorService thread, Runnable task, long delayMillis, Duration every) {
        var _ =
                thread.scheduleWithFixedDelay(
                        task, delayMillis, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** With what was counted until the last verdict. */
    @Override
    public synchronized void stop() {
        ScheduledExecutorService running = thread;
        thread = null;
        if (running != null) {
            running.shutdownNow();
            flush();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** An outage is told once, and that it is over. */
    private void flush() {
        try {
            metrics.flushed(flush::flush);
            tell(null);
        } catch (RuntimeException e) {
            metrics.failed();
            tell(e);
        }
    }

    private void tell(@Nullable RuntimeException failure) {
        if (failure != null && !failing) {
            log.warn("usage cannot be written; counting goes on in memory", failure);
        } else if (failure == null && failing) {
            log.info("usage is written again");
        }
        failing = failure != null;
    }

    private void sweep() {
        try {
            sweep.sweep();
        } catch (RuntimeException e) {
            log.warn("old usage cannot be swept; the next sweep goes on", e);
        }
    }
}
