package io.keyledger.server.rebuild;

import java.time.Duration;

/** How fast this node has been with a rebuild since it has it. */
final class Pace {

    private static final double NANOS = Duration.ofSeconds(1).toNanos();

    private final long since = System.nanoTime();
    private long entries;

    double perSecond(int more) {
        entries += more;
        return entries * NANOS / Math.max(1, System.nanoTime() - since);
    }
}
