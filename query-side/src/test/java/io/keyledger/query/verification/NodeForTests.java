package io.keyledger.query.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.keyledger.api.token.Peppers;
import io.keyledger.query.ratelimit.LocalRateLimiter;
import io.keyledger.verdict.VerdictCode;
import io.keyledger.verdict.profile.CompiledProfile;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A whole node on a test's database: what a process of the product has of verification. */
final class NodeForTests implements AutoCloseable {

    static final Duration LEASE = Duration.ofSeconds(2);

    private final HikariDataSource pool;
    private final HoldableFeed feed;
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private volatile List<CompiledProfile> hubs = List.of();
    private final VerificationNode node;

    NodeForTests(LedgerForTests ledger, String name) {
        this(ledger, name, Examples.PEPPERS, Clock.systemUTC());
    }

    NodeForTests(LedgerForTests ledger, String name, Peppers peppers, Clock clock) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(ledger.database().runtime());
        config.setMaximumPoolSize(4);
        config.setConnectionTimeout(2_000);
        config.setInitializationFailTimeout(-1);
        pool = new HikariDataSource(config);
        feed = new HoldableFeed(ledger.database().runtime()::getConnection);
        node =
                new VerificationNode(
                        new VerificationDatabase(ledger.database().runtime(), pool, feed),
                        VerificationSettings.of(name, LEASE),
                        peppers,
                        clock,
                        new LocalRateLimiter(),
                        registry,
                        profiles -> hubs = profiles);
        node.start();
    }

    static NodeForTests trusted(LedgerForTests ledger, String name) {
        NodeForTests node = new NodeForTests(ledger, name);
        node.awaitTrust();
        return node;
    }

    void awaitTrust() {
        await(() -> health().isReady());
    }

    static void await(java.util.function.BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("gave up waiting").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    /** The verdict from memory; null when memory does not say. */
    @Nullable VerdictCode resident(String token) {
        var verdict = node.verifier().verifyResident(token, Examples.READ_MEMBERS);
        return verdict == null ? null : verdict.code();
    }

    /** The verdict, looked up where necessary. */
    VerdictCode verify(String token) {
        return node.verifier()
                .verify(token, Examples.READ_MEMBERS)
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join()
                .code();
    }

    Verifier verifier() {
        return node.verifier();
    }

    Confirmation await(long position) {
        return node.confirmations().await(position);
    }

    VerificationHealth.Report health() {
        return node.health().check();
    }

    /** Keeps the node from hearing anything, as a pause of its process does. */
    void holdFeed() {
        feed.hold();
    }

    void releaseFeed() {
        feed.release();
    }

    /** The profiles that this node's observer was told last. */
    List<CompiledProfile> hubs() {
        return hubs;
    }

    long tableReads() {
        return registry.get("keyledger.verification.loads").timer().count();
    }

    @Override
    public void close() {
        feed.release();
        node.close();
        pool.close();
    }
}
