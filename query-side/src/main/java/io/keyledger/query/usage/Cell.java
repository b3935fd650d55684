package io.keyledger.query.usage;

import io.keyledger.verdict.VerdictCode;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * What one holder did in one minute, as one stripe has seen it. Each count is taken once: after
 * that, whoever still comes to count is told to go elsewhere.
 */
final class Cell {

    private static final long NOTHING_YET = 0;

    /** So far below zero that nobody counts up from it. */
    private static final long TAKEN = Long.MIN_VALUE;

    private final String workspace;
    private final AtomicLongArray counts = new AtomicLongArray(Codes.COUNT);
    private final AtomicLongArray lowest = new AtomicLongArray(Codes.COUNT);
    private final AtomicLong lastUsed = new AtomicLong(NOTHING_YET);

    Cell(String workspace) {
        this.workspace = workspace;
        for (int code = 0; code < Codes.COUNT; code++) {
            lowest.setPlain(code, Headroom.NONE);
        }
    }

    /**
     * Counts a verdict. What is noted beside the count is noted first: whoever takes the count
     * finds it.
     *
     * @param headroom packed
     * @return whether it counts; if not, what was counted here was taken before
     */
    boolean count(VerdictCode code, long millis, long headroom) {
        int place = Codes.place(code);
        if (millis > lastUsed.getOpaque()) {
            lastUsed.accumulateAndGet(millis, Math::max);
        }
        if (headroom < lowest.getOpaque(place)) {
            lowest.accumulateAndGet(place, headroom, Math::min);
        }
        return counts.getAndIncrement(place) >= 0;
    }

    String workspace() {
        return workspace;
    }

    /** Takes what was counted of a code; nothing is counted here afterwards. */
    long take(int code) {
        return counts.getAndSet(code, TAKEN);
    }

    /** The least that was left, packed; to be asked after {@link #take}. */
    long lowest(int code) {
        return lowest.get(code);
    }

    /** In milliseconds since the epoch; to be asked after {@link #take}. */
    long lastUsed() {
        return lastUsed.get();
    }
}
