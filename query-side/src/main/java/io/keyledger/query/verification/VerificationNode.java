package io.keyledger.query.verification;

import io.keyledger.api.token.Peppers;
import io.keyledger.verdict.ratelimit.RateLimiter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One node: puts its parts together, starts them and stops them. */
final class VerificationNode implements SmartLifecycle, AutoCloseable {

    /** Before the servers that ask for verdicts start, and after they have stopped. */
    private static final int PHASE = -1_000;

    private static final int BEATS_PER_LEASE = 4;

    private final Trust trust = new Trust();
    private final ExecutorService loaders;
    private final ChangeFeed feed;
    private final Voice voice;
    private final Verifier verifier;
    private final Confirmations confirmations;
    private final ReplicaFeed replicaFeed;
    private final VerificationHealth health;
    private volatile boolean running;

    VerificationNode(
            VerificationDatabase database,
            VerificationSettings settings,
            Peppers peppers,
            Clock clock,
            RateLimiter limiter,
            MeterRegistry registry,
            HubObserver observer) {
        Duration patience = settings.lease();
        loaders = loaders(settings);
        VerificationMeters meters = new VerificationMeters(registry);
        Truth truth =
                new Truth(
                        JdbcClient.create(database.verification()), new CompiledProfiles(), meters);
        Memory memory = new Memory(trust, truth, loaders, patience, settings.residentCredentials());
        VerificationMeters.watch(registry, trust, memory);

        NodeIdentity self = NodeIdentity.of(settings);
        Skew skew = new Skew(clock, settings.clockTolerance());
        Lease lease = new Lease(self, trust, skew, meters);
        Outbox outbox = new Outbox(settings.lease().dividedBy(BEATS_PER_LEASE).toNanos());
        Peers peers = new Peers();
        Replicas replicas = new Replicas(self.name(), trust, settings.lease());
        Digesters digesters = new Digesters(peppers);
        replicaFeed = new NodeReplicaFeed(replicas, digesters, truth, loaders, patience);
        feed =
                new ChangeFeed(
                        database.dedicated(),
                        new NodeEar(
                                self,
                                trust,
                                memory,
                                lease,
                                peers,
                                outbox,
                                replicas,
                                () -> observer.hubsChanged(truth.profiles())));
        voice = new Voice(self, database.dedicated(), outbox, lease, skew);

        verifier =
                new LeasedVerifier(
                        digesters,
                        trust,
                        memory,
                        new ReadThrough(truth, limiter, loaders, patience),
                        limiter,
                        clock,
                        meters);
        confirmations = new NodeConfirmations(self, outbox, peers, meters);
        health = new VerificationHealth(trust, feed, skew);
    }

    private static ExecutorService loaders(VerificationSettings settings) {
        return new ThreadPoolExecutor(
                settings.loaders(),
                settings.loaders(),
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(settings.waitingLoads()),
                Thread.ofPlatform().daemon().name("keyledger-load-", 1).factory());
    }

    Verifier verifier() {
        return verifier;
    }

    ReplicaFeed replicaFeed() {
        return replicaFeed;
    }

    Confirmations confirmations() {
        return confirmations;
    }

    VerificationHealth health() {
        return health;
    }

    @Override
    public void start() {
        running = true;
        voice.start();
        feed.start();
    }

    /** In this order: once the others hear the farewell, nothing is judged from memory here. */
    @Override
    public void stop() {
        running = false;
        try {
            feed.stop();
            trust.withdraw();
            voice.stop();
        } catch (InterruptedException e) {
            trust.withdraw();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    @Override
    public void close() {
        if (running) {
            stop();
        }
        loaders.shutdownNow();
    }
}
