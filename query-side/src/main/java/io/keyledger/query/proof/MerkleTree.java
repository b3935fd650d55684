package io.keyledger.query.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * Roots and proofs of RFC 9162, section 2.1, for any size that a tree has had. Each takes as many
 * complete subtrees as the tree has levels, about.
 */
public final class MerkleTree {

    private final Nodes nodes;

    public MerkleTree(Nodes nodes) {
        this.nodes = nodes;
    }

    /** The root of the first leaves. */
    public Hash root(long size) {
        return size == 0 ? Hash.EMPTY : range(0, size);
    }

    /**
     * That a leaf is among the first leaves.
     *
     * @throws IllegalArgumentException when it is not
     */
    public InclusionProof inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("leaf %d of %d".formatted(index, size));
        }
        List<Hash> path = new ArrayList<>();
        include(index, 0, size, path);
        return new InclusionProof(index, size, path);
    }

    /**
     * That the tree of the first size is the beginning of that of the second.
     *
     * @throws IllegalArgumentException when the first is empty, or larger than the second
     */
    public ConsistencyProof consistency(long from, long to) {
        if (from < 1 || from > to) {
            throw new IllegalArgumentException("from %d to %d".formatted(from, to));
        }
        List<Hash> path = new ArrayList<>();
        extend(from, 0, to, true, path);
        return new ConsistencyProof(from, to, path);
    }

    /** PATH of RFC 9162, section 2.1.3.1. */
    private void include(long index, long start, long count, List<Hash> path) {
        if (count == 1) {
            return;
        }
        long left = widthOfLeft(count);
        if (index < left) {
            include(index, start, left, path);
            path.add(range(start + left, count - left));
        } else {
            include(index - left, start + left, count - left, path);
            path.add(range(start, left));
        }
    }

    /** SUBPROOF of RFC 9162, section 2.1.4.1. */
    private void extend(long from, long start, long count, boolean known, List<Hash> path) {
        if (from == count) {
            if (!known) {
                path.add(range(start, count));
            }
            return;
        }
        long left = widthOfLeft(count);
        if (from <= left) {
            extend(from, start, left, known, path);
            path.add(range(start + left, count - left));
        } else {
            extend(from - left, start + left, count - left, false, path);
            path.add(range(start, left));
        }
    }

    /** The hash over leaves of which the first stands where a subtree of this width begins. */
    private Hash range(long start, long count) {
        if (Long.bitCount(count) == 1) {
            int level = Long.numberOfTrailingZeros(count);
            return nodes.at(level, start >> level);
        }
        long left = widthOfLeft(count);
        return Hash.above(range(start, left), range(start + left, count - left));
    }

    /** The largest power of two that is smaller. */
    private static long widthOfLeft(long count) {
        return Long.highestOneBit(count - 1);
    }
}
