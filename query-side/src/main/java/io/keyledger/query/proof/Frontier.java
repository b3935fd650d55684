package io.keyledger.query.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a growing tree: the roots of its complete subtrees, the largest first. That is
 * all it takes to append a leaf and to know the root: at most 63 hashes, whatever the size.
 */
public final class Frontier {

    private final List<Hash> roots;
    private long size;

    private Frontier(long size, List<Hash> roots) {
        this.size = size;
        this.roots = roots;
    }

    /** Of a tree without leaves. */
    public static Frontier empty() {
        return new Frontier(0, new ArrayList<>());
    }

    /** Of the first leaves of a tree. */
    public static Frontier of(long size, Nodes nodes) {
        List<Hash> roots = new ArrayList<>();
        long taken = 0;
        for (long left = size; left > 0; left = size - taken) {
            long width = Long.highestOneBit(left);
            int level = Long.numberOfTrailingZeros(width);
            roots.add(nodes.at(level, taken >> level));
            taken += width;
        }
        return new Frontier(size, roots);
    }

    /** How many leaves the tree has. */
    public long size() {
        return size;
    }

    /** Appends a leaf, and tells of each subtree that is complete with it, the leaf first. */
    public void append(Hash leaf, Completed completed) {
        Hash hash = leaf;
        long index = size;
        int level = 0;
        completed.subtree(level, index, hash);
        while ((index & 1) == 1) {
            hash = Hash.above(roots.removeLast(), hash);
            index >>= 1;
            level++;
            completed.subtree(level, index, hash);
        }
        roots.addLast(hash);
        size++;
    }

    /** The root of the tree as it is. */
    public Hash root() {
        if (roots.isEmpty()) {
            return Hash.EMPTY;
        }
        Hash root = roots.getLast();
        for (Hash left : roots.subList(0, roots.size() - 1).reversed()) {
            root = Hash.above(left, root);
        }
        return root;
    }

    /** Is told of complete subtrees. */
    @FunctionalInterface
    public interface Completed {

        void subtree(int level, long index, Hash root);
    }
}
