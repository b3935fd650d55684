package io.keyledger.query.usage;

import java.util.Arrays;

/** What was taken of one holder's minute, from all stripes. */
final class Tally {

    private final String workspace;
    private final long[] counts = new long[Codes.COUNT];
    private final long[] lowest = new long[Codes.COUNT];
    private long lastUsed;

    Tally(String workspace) {
        this.workspace = workspace;
        Arrays.fill(lowest, Headroom.NONE);
    }

    void add(Cell cell) {
        for (int code = 0; code < Codes.COUNT; code++) {
            counts[code] += cell.take(code);
            lowest[code] = Math.min(lowest[code], cell.lowest(code));
        }
        lastUsed = Math.max(lastUsed, cell.lastUsed());
    }

    String workspace() {
        return workspace;
    }

    long count(int code) {
        return counts[code];
    }

    /** The least that was left, packed. */
    long lowest(int code) {
        return lowest[code];
    }

    /** In milliseconds since the epoch. */
    long lastUsed() {
        return lastUsed;
    }
}
