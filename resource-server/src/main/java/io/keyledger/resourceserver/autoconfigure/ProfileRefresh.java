package io.keyledger.resourceserver.autoconfigure;

import io.keyledger.resourceserver.remote.RemoteProfiles;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Fetches the hubs' profiles before the first request is served, and now and then after that: an
 * outage must find the newest words here.
 */
final class ProfileRefresh implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ProfileRefresh.class);
    private static final int RETRY_SECONDS = 1;

    private final RemoteProfiles profiles;
    private final List<String> hubs;
    private final Duration interval;
    private @Nullable ScheduledExecutorService timer;

    ProfileRefresh(RemoteProfiles profiles, List<String> hubs, Duration interval) {
        this.profiles = profiles;
        this.hubs = List.copyOf(hubs);
        this.interval = interval;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("keyledger-profiles").factory());
        timer = started;
        for (String hub : hubs) {
            if (!profiles.fetch(hub)) {
                LOG.warn("The profile of {} cannot be had yet; errors have no words of it", hub);
            }
        }
        var _ =
                started.scheduleWithFixedDelay(
                        this::fetchMissing, 1, RETRY_SECONDS, TimeUnit.SECONDS);
        long millis = interval.toMillis();
        var _ =
                started.scheduleWithFixedDelay(
                        this::fetchAll, millis, millis, TimeUnit.MILLISECONDS);
    }

    private void fetchMissing() {
        attempt(() ->
                hubs.stream().filter(it -> profiles.newest(it) == null).forEach(profiles::fetch));
    }

    private void fetchAll() {
        attempt(() -> hubs.forEach(profiles::fetch));
    }

    /** A task that throws would never run again. */
    private static void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.warn("The hubs' profiles could not be refreshed: {}", e.toString());
        }
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    /** Before web servers, which come last. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 4096;
    }
}
