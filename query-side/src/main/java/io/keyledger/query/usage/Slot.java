package io.keyledger.query.usage;

import java.util.Comparator;

/**
 * Whose minute it is. The order is the one in which rows are locked: the same on every node, so
 * that none waits for one that waits for it.
 *
 * @param holder a key, a grant, an app that acts for itself; or a workspace, for those of its
 *     holders that there was no room for
 * @param minute since the epoch
 */
record Slot(String holder, long minute) implements Comparable<Slot> {

    private static final Comparator<Slot> ORDER =
            Comparator.comparing(Slot::holder).thenComparingLong(Slot::minute);

    @Override
    public int compareTo(Slot other) {
        return ORDER.compare(this, other);
    }
}
