package io.keyledger.server.rebuild;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A thread that goes on with whatever is being rebuilt and no other node has. A failure is no end:
 * it is written down and the same is tried again, until it succeeds or the rebuild is cancelled.
 */
final class RebuildRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildRunner.class);

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PIECE = Duration.ofSeconds(10);

    private final RebuildTable rebuilds;
    private final ClaimTable claims;
    private final NewTables tables;
    private final Rebuilder rebuilder;
    private final RebuildMetrics metrics;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    RebuildRunner(
            RebuildTable rebuilds,
            ClaimTable claims,
            NewTables tables,
            Rebuilder rebuilder,
            RebuildMetrics metrics) {
        this.rebuilds = rebuilds;
        this.claims = claims;
        this.tables = tables;
        this.rebuilder = rebuilder;
        this.metrics = metrics;
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("rebuild").daemon().start(this::run);
    }

    private void run() {
        try {
            do {
                while (stopped.getCount() > 0 && workOff()) {
                    Thread.onSpinWait();
                }
            } while (!stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
            claims.release();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.debug("The claim on a rebuild was not given back; it ends by itself.", e);
        }
    }

    /**
     * Does a piece of each, in turns.
     *
     * @return whether there may be more to do at once
     */
    boolean workOff() {
        try {
            tables.leftOver().forEach(tables::discard);
            boolean more = false;
            for (long number : rebuilds.running()) {
                more |= goOn(number);
            }
            return more;
        } catch (RuntimeException e) {
            LOG.warn("Rebuilds cannot be looked after at the moment.", e);
            return false;
        }
    }

    private boolean goOn(long number) {
        try {
            return rebuilder.goOn(number);
        } catch (RuntimeException | SQLException e) {
            metrics.failed();
            LOG.warn("Rebuild {} could not go on. It is tried again.", number, e);
            claims.obstruct(number, Obstacle.of(e));
            return false;
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
        Thread running = thread;
        if (running != null) {
            join(running);
            thread = null;
        }
    }

    private static void join(Thread running) {
        try {
            running.join(LONGEST_PIECE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
