package io.keyledger.query.oauth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.keyledger.api.token.Digest;
import io.keyledger.query.verification.TruthUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Knows which proofs of possession were used, at whatever node: each counts once. What this node
 * has seen is in bounded memory; what others have, in a table, which is written for many proofs at
 * a time. While the table cannot be reached, no proof counts.
 */
public final class ProofRegister implements AutoCloseable {

    private static final Duration LONGER_THAN_ANY_COUNTS = Duration.ofSeconds(70);
    private static final long MOST_REMEMBERED = 100_000;
    private static final int MOST_WAITING = 10_000;
    private static final int AT_ONCE = 500;

    private final Cache<Digest, Boolean> seen =
            Caffeine.newBuilder()
                    .maximumSize(MOST_REMEMBERED)
                    .expireAfterWrite(LONGER_THAN_ANY_COUNTS)
                    .build();

    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("used-proofs").factory());
    private final ProofTable table;

    ProofRegister(ProofTable table) {
        this.table = table;
    }

    /**
     * Marks a proof as used.
     *
     * @param proof the digest of what tells it from all others
     * @param until the first instant at which it is too old anyway
     * @return whether it was not used before; fails with {@link TruthUnavailableException} when
     *     that cannot be known
     */
    public CompletionStage<Boolean> use(Digest proof, Instant until) {
        if (seen.asMap().putIfAbsent(proof, true) != null) {
            return CompletableFuture.completedFuture(false);
        }
        Waiting one = new Waiting(proof, until, new CompletableFuture<>());
        if (waiting.offer(one)) {
            writer.execute(this::write);
        } else {
            fail(one, null);
        }
        return one.outcome();
    }

    /** Whoever comes first writes for all who wait. */
    private void write() {
        List<Waiting> batch = new ArrayList<>();
        waiting.drainTo(batch, AT_ONCE);
        if (batch.isEmpty()) {
            return;
        }
        try {
            Set<Digest> unused = table.insert(batch);
            batch.forEach(it -> it.outcome().complete(unused.contains(it.proof())));
        } catch (DataAccessException | TransactionException e) {
            batch.forEach(it -> fail(it, e));
        }
    }

    /** Not remembered, so that the same proof may be tried again. */
    private void fail(Waiting one, @Nullable Throwable cause) {
        seen.invalidate(one.proof());
        one.outcome()
                .completeExceptionally(
                        new TruthUnavailableException("used proofs cannot be told", cause));
    }

    @Override
    public void close() {
        writer.shutdown();
    }

    /** A proof that the table has not been asked about yet. */
    record Waiting(Digest proof, Instant until, CompletableFuture<Boolean> outcome) {}
}
