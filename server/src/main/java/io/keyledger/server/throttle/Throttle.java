package io.keyledger.server.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts per key within windows of time, on this node. Safe for use by many threads. When there are
 * more keys than it remembers, some start anew.
 */
public final class Throttle {

    private static final int MOST_KEYS = 100_000;

    private final int most;
    private final Duration length;
    private final Clock clock;
    private final Cache<Object, Window> windows;

    /**
     * @param most that is allowed for one key in one window
     * @param length of a window, which starts with the first that is counted
     */
    public Throttle(int most, Duration length, Clock clock) {
        this.most = most;
        this.length = length;
        this.clock = clock;
        this.windows =
                Caffeine.newBuilder().maximumSize(MOST_KEYS).expireAfterWrite(length).build();
    }

    /**
     * Counts one more.
     *
     * @return how long there are too many; nothing when this one is allowed
     */
    public Optional<Duration> count(Object key) {
        Instant now = clock.instant();
        Window window = windows.asMap().compute(key, (_, known) -> Window.next(known, now, length));
        return window.count() <= most
                ? Optional.empty()
                : Optional.of(Duration.between(now, window.end()));
    }

    /** Takes one back that should not have counted. */
    public void takeBack(Object key) {
        windows.asMap().computeIfPresent(key, (_, known) -> known.plus(-1));
    }

    /** Starts a key anew. */
    public void forget(Object key) {
        windows.invalidate(key);
    }

    private record Window(Instant end, int count) {

        static Window next(@Nullable Window known, Instant now, Duration length) {
            return known == null || !now.isBefore(known.end())
                    ? new Window(now.plus(length), 1)
                    : known.plus(1);
        }

        Window plus(int more) {
            return new Window(end, Math.max(0, count + more));
        }
    }
}
