package io.keyledger.query.verification;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what a table says, and never puts back what a change has swept out.
 *
 * <p>The danger is a load that reads a row before a change is committed and stores it after the
 * change was announced. So a load is registered before it reads, a change unregisters the loads of
 * its key, and a load stores its value only while it is registered; the map of loads makes
 * registering, storing and sweeping out of one key atomic to each other. A load that started after
 * the change was announced reads a row that is at least as new. The guard is the registration of a
 * load that is running, not a mark in the cache, so nothing that could be evicted protects
 * anything.
 *
 * <p>Nobody is handed the value of a load, only told that it is over: a reader who joined a load
 * that was overtaken finds nothing in the cache.
 *
 * @param <K> compared by equals
 * @param <V> immutable
 */
final class TrustedCache<K, V> {

    /** Reads one key's truth. */
    @FunctionalInterface
    interface Source<K, V> {

        /** Null when the table has no such row. */
        @Nullable V read(K key);
    }

    private final Source<K, V> source;
    private final Executor loaders;
    private final Duration patience;
    private final Cache<K, V> known;

    /** Apart from {@link #known}, so that made-up keys cannot push out good ones. */
    private final Cache<K, Boolean> absent;

    private final ConcurrentMap<K, CompletableFuture<@Nullable Void>> loads =
            new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    /**
     * @param patience how long a load may take before it counts as failed
     */
    TrustedCache(Source<K, V> source, Executor loaders, Duration patience, CacheBounds bounds) {
        this.source = source;
        this.loaders = loaders;
        this.patience = patience;
        this.known = Caffeine.newBuilder().maximumSize(bounds.known()).build();
        this.absent =
                Caffeine.newBuilder()
                        .maximumSize(bounds.absent())
                        .expireAfterWrite(bounds.absentFor())
                        .build();
    }

    /** What is remembered of a key; null when nothing is. Takes no lock and makes no garbage. */
    @Nullable V known(K key) {
        return known.getIfPresent(key);
    }

    /** Whether it is remembered that there is no such key. */
    boolean isKnownAbsent(K key) {
        return absent.getIfPresent(key) != null;
    }

    /**
     * Sees to it that something is remembered of a key, unless a change overtakes it. One load at a
     * time runs for a key, however many ask.
     *
     * @return fails when the source does, or when it takes too long
     */
    CompletableFuture<@Nullable Void> warm(K key) {
        if (known(key) != null || isKnownAbsent(key)) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<@Nullable Void> load = new CompletableFuture<>();
        CompletableFuture<@Nullable Void> running = loads.putIfAbsent(key, load);
        if (running != null) {
            return running;
        }
        start(key, load);
        return load;
    }

    private void start(K key, CompletableFuture<@Nullable Void> load) {
        var _ =
                load.orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS)
                        .whenComplete((_, _) -> loads.remove(key, load));
        try {
            loaders.execute(() -> run(key, load));
        } catch (RejectedExecutionException e) {
            load.completeExceptionally(e);
        }
    }

    private void run(K key, CompletableFuture<@Nullable Void> load) {
        try {
            store(key, source.read(key), load);
            load.complete(null);
        } catch (RuntimeException | Error e) {
            load.completeExceptionally(e);
        }
    }

    @SuppressWarnings("ReferenceEquality") // it is this very load that must still be registered
    private void store(K key, @Nullable V value, CompletableFuture<@Nullable Void> load) {
        loads.computeIfPresent(
                key,
                (_, registered) -> {
                    if (registered == load) {
                        remember(key, value);
                    }
                    return registered;
                });
    }

    private void remember(K key, @Nullable V value) {
        if (value == null) {
            absent.put(key, true);
        } else {
            known.put(key, value);
        }
    }

    /** Taken before reading a value that is to be {@linkplain #offer offered}. */
    long ticket() {
        return changes.get();
    }

    /**
     * Remembers a value that came along with another, unless anything at all has changed since the
     * ticket was taken: nobody had registered for this key.
     */
    void offer(K key, V value, long ticket) {
        loads.compute(
                key,
                (_, registered) -> {
                    if (changes.get() == ticket) {
                        known.put(key, value);
                    }
                    return registered;
                });
    }

    /** A change of one key was announced: forgets it, and whatever is being loaded of it. */
    void sweep(K key) {
        changes.incrementAndGet();
        loads.compute(
                key,
                (_, _) -> {
                    known.invalidate(key);
                    absent.invalidate(key);
                    return null;
                });
    }

    /**
     * Forgets everything. Loads go first: what they store before that, the caches lose after it.
     */
    void sweepAll() {
        changes.incrementAndGet();
        loads.clear();
        known.invalidateAll();
        absent.invalidateAll();
    }

    /** How many keys are remembered, about. */
    long size() {
        return known.estimatedSize();
    }
}
