package io.keyledger.server.proof;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Grows the tree and copies its checkpoints, again and again, on a thread of its own. */
final class ProofKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ProofKeeper.class);

    private final TreeExtension extension;
    private final CheckpointFiles files;
    private final ProofHealth health;
    private final ProofMetrics metrics;
    private final Duration every;
    private volatile @Nullable ScheduledExecutorService thread;
    private boolean failing;

    ProofKeeper(
            TreeExtension extension,
            CheckpointFiles files,
            ProofHealth health,
            ProofMetrics metrics,
            Duration every) {
        this.extension = extension;
        this.files = files;
        this.health = health;
        this.metrics = metrics;
        this.every = every;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("proof").factory());
        var _ =
                started.scheduleWithFixedDelay(
                        this::round, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    /** The round that it is in is broken off; the next start goes on where the tables end. */
    @Override
    public synchronized void stop() {
        ScheduledExecutorService running = thread;
        thread = null;
        if (running != null) {
            running.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void round() {
        try {
            while (isRunning() && extension.extend()) {
                files.update();
            }
            files.update();
            metrics.look();
            tell(null);
        } catch (RuntimeException e) {
            if (isRunning()) {
                tell(e);
            }
        }
    }

    /** A failure is told once, and that it is over. */
    private void tell(@Nullable RuntimeException failure) {
        if (failure != null && !failing) {
            LOG.error("The ledger is not proven at the moment: {}", failure.toString());
        } else if (failure == null && failing) {
            LOG.info("The ledger is proven again");
        }
        failing = failure != null;
        health.round(failure);
    }
}
