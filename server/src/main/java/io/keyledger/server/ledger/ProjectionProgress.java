package io.keyledger.server.ledger;

import org.jspecify.annotations.Nullable;

/**
 * How far a streaming projection has come.
 *
 * @param group the processing group
 * @param position of the last entry that it has taken in; 0 before the first
 * @param head position of the newest entry of the ledger
 * @param error why it has halted, as this node sees it; null when it has not, or works on another
 *     node
 */
public record ProjectionProgress(String group, long position, long head, @Nullable String error) {

    /** How many entries it is behind, at most: positions that were rolled back count too. */
    public long lag() {
        return Math.max(0, head - position);
    }

    public boolean halted() {
        return error != null;
    }
}
