package io.keyledger.query.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every interleaving here is arranged: a reader is held between reading a row and returning it. */
class TrustedCacheTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final CacheBounds BOUNDS = new CacheBounds(100, 100, Duration.ofMinutes(5));

    private final HeldLoads loads = new HeldLoads();
    private final TrustedCache<String, String> cache =
            new TrustedCache<>(loads, loads.loaders, PATIENCE, BOUNDS);

    @AfterEach
    void close() {
        loads.close();
    }

    private static void join(CompletableFuture<?> load) {
        assertThat(load).succeedsWithin(PATIENCE);
    }

    private void warmed(String key) {
        loads.letGo(1);
        join(cache.warm(key));
        loads.awaitRead();
    }

    @Test
    void aLoadedRowIsRemembered() {
        loads.table.put("key", "valid");

        warmed("key");

        assertThat(cache.known("key")).isEqualTo("valid");
        assertThat(cache.isKnownAbsent("key")).isFalse();
    }

    @Test
    void aMissingRowIsRememberedAsMissing() {
        warmed("key");

        assertThat(cache.known("key")).isNull();
        assertThat(cache.isKnownAbsent("key")).isTrue();
    }

    @Test
    void aLoadThatAChangeOvertookIsNotStored() {
        loads.table.put("key", "valid");
        CompletableFuture<?> load = cache.warm("key");
        loads.awaitRead();

        loads.table.put("key", "revoked");
        cache.sweep("key");
        loads.letGo(1);
        join(load);

        assertThat(cache.known("key")).isNull();
    }

    @Test
    void aMissThatAChangeOvertookIsNotStored() {
        CompletableFuture<?> load = cache.warm("key");
        loads.awaitRead();

        loads.table.put("key", "valid");
        cache.sweep("key");
        loads.letGo(1);
        join(load);

        assertThat(cache.isKnownAbsent("key")).isFalse();
    }

    @Test
    void aLoadThatSweepingEverythingOvertookIsNotStored() {
        loads.table.put("key", "valid");
        CompletableFuture<?> load = cache.warm("key");
        loads.awaitRead();

        cache.sweepAll();
        loads.letGo(1);
        join(load);

        assertThat(cache.known("key")).isNull();
    }

    @Test
    void whoComesAfterAChangeDoesNotJoinALoadFromBefore() {
        loads.table.put("key", "valid");
        CompletableFuture<?> before = cache.warm("key");
        loads.awaitRead();
        loads.table.put("key", "revoked");
        cache.sweep("key");

        CompletableFuture<?> after = cache.warm("key");
        loads.awaitRead();
        loads.letGo(2);
        join(after);
        join(before);

        assertThat(after).isNotSameAs(before);
        assertThat(cache.known("key")).isEqualTo("revoked");
    }

    @Test
    void aLoadFromBeforeThatEndsLastDoesNotReplaceTheNewRow() {
        loads.table.put("key", "valid");
        CompletableFuture<?> before = cache.warm("key");
        loads.awaitRead();
        loads.table.put("key", "revoked");
        cache.sweep("key");
        cache.offer("key", "revoked", cache.ticket());

        loads.letGo(1);
        join(before);

        assertThat(cache.known("key")).isEqualTo("revoked");
    }

    @Test
    void aChangeOfOneKeyLeavesTheLoadsOfOthersAlone() {
        loads.table.put("key", "valid");
        CompletableFuture<?> load = cache.warm("key");
        loads.awaitRead();

        cache.sweep("other");
        loads.letGo(1);
        join(load);

        assertThat(cache.known("key")).isEqualTo("valid");
    }

    @Test
    void aHundredReadersOfOneKeyReadTheTableOnce() {
        loads.table.put("key", "valid");
        CompletableFuture<?>[] readers = new CompletableFuture<?>[100];
        for (int i = 0; i < readers.length; i++) {
            readers[i] = cache.warm("key");
        }
        loads.awaitRead();
        loads.letGo(1);

        join(CompletableFuture.allOf(readers));

        assertThat(loads.unawaitedReads()).isZero();
        assertThat(cache.known("key")).isEqualTo("valid");
    }

    @Test
    void whatIsRememberedIsNotReadAgain() {
        loads.table.put("key", "valid");
        warmed("key");

        join(cache.warm("key"));

        assertThat(loads.unawaitedReads()).isZero();
    }

    @Test
    void anOfferFromBeforeAnyChangeIsRefused() {
        long ticket = cache.ticket();
        cache.sweep("other");

        cache.offer("key", "stale", ticket);

        assertThat(cache.known("key")).isNull();
    }

    @Test
    void anOfferThatNothingHasOvertakenIsTaken() {
        cache.offer("key", "fresh", cache.ticket());

        assertThat(cache.known("key")).isEqualTo("fresh");
    }

    @Test
    void anEvictionOpensNoHoleForALoadThatWasOvertaken() {
        TrustedCache<String, String> tiny =
                new TrustedCache<>(loads, loads.loaders, PATIENCE, new CacheBounds(1, 1, PATIENCE));
        loads.table.put("key", "valid");
        CompletableFuture<?> load = tiny.warm("key");
        loads.awaitRead();
        tiny.sweep("key");
        for (int i = 0; i < 1_000; i++) {
            tiny.offer("crowd " + i, "present", tiny.ticket());
        }

        loads.letGo(1);
        join(load);

        assertThat(tiny.known("key")).isNull();
    }

    @Test
    void madeUpKeysDoNotPushOutGoodOnes() {
        loads.table.put("key", "valid");
        warmed("key");
        loads.letGo(1_000);

        for (int i = 0; i < 1_000; i++) {
            join(cache.warm("junk " + i));
        }

        assertThat(cache.known("key")).isEqualTo("valid");
    }

    @Test
    void aLoadThatHangsFailsInTimeAndDoesNotBlockTheNext() {
        TrustedCache<String, String> impatient =
                new TrustedCache<>(loads, loads.loaders, Duration.ofMillis(50), BOUNDS);
        loads.table.put("key", "valid");

        assertThatThrownBy(() -> impatient.warm("key").get(30, TimeUnit.SECONDS))
                .hasCauseInstanceOf(TimeoutException.class);

        assertThat(impatient.warm("key")).isNotDone();
    }

    @Test
    void aLoadThatNobodyHasRoomForFailsAtOnce() {
        Executor full =
                _ -> {
                    throw new RejectedExecutionException("full");
                };
        TrustedCache<String, String> busy = new TrustedCache<>(loads, full, PATIENCE, BOUNDS);

        assertThat(busy.warm("key")).isCompletedExceptionally();
    }

    @Test
    void aFailedLoadIsTriedAgain() {
        int[] attempts = {0};
        TrustedCache<String, String> moody =
                new TrustedCache<>(
                        _ -> {
                            if (attempts[0]++ == 0) {
                                throw new IllegalStateException("gone");
                            }
                            return "valid";
                        },
                        Runnable::run,
                        PATIENCE,
                        BOUNDS);

        assertThat(moody.warm("key")).isCompletedExceptionally();
        join(moody.warm("key"));

        assertThat(moody.known("key")).isEqualTo("valid");
    }
}
