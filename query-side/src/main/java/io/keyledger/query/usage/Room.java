package io.keyledger.query.usage;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * How much usage may be held in memory. One more than there is room for is not counted by itself
 * but with its workspace, for which there is as much room again.
 */
final class Room {

    private final int most;
    private final AtomicInteger held = new AtomicInteger();
    private final LongAdder crowded = new LongAdder();
    private final LongAdder lost = new LongAdder();

    /**
     * @param most minutes of holders that are held
     */
    Room(int most) {
        this.most = most;
    }

    boolean isFull() {
        return held.get() >= most;
    }

    boolean isFullOfWorkspaces() {
        return held.get() >= 2 * most;
    }

    void take() {
        held.incrementAndGet();
    }

    void giveBack(int many) {
        held.addAndGet(-many);
    }

    /** A verdict was counted for its workspace only. */
    void crowd() {
        crowded.increment();
    }

    /** A verdict was not counted at all. */
    void lose() {
        lost.increment();
    }

    int held() {
        return held.get();
    }

    long crowded() {
        return crowded.sum();
    }

    long lost() {
        return lost.sum();
    }
}
