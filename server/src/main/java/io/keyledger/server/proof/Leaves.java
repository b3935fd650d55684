package io.keyledger.server.proof;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The leaves of the stored tree one after the other; read some at a time. */
final class Leaves {

    private static final int BATCH = 16 * TreeTable.WIDTH;

    private final TreeTable tree;
    private final long size;
    private final Deque<Leaf> read = new ArrayDeque<>();

    Leaves(TreeTable tree, long size) {
        this.tree = tree;
        this.size = size;
    }

    /** The leaf of an index; null when the tree lacks it. */
    @Nullable Leaf next(long index) {
        if (read.isEmpty()) {
            read.addAll(tree.leaves(index, Math.min(size, index + BATCH)));
        }
        Leaf next = read.poll();
        return next != null && next.index() == index ? next : null;
    }
}
