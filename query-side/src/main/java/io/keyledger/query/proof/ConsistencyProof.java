package io.keyledger.query.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * Proves that a tree is the beginning of a larger one: nothing in it was changed or removed.
 *
 * @param from the smaller size
 * @param to the larger size
 * @param path the hashes that both roots are made of, the lowest first
 */
public record ConsistencyProof(long from, long to, List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Whether these are the roots of the two (RFC 9162, section 2.1.4.2). */
    public boolean proves(Hash first, Hash second) {
        if (from < 1 || from > to) {
            return false;
        }
        if (from == to) {
            return path.isEmpty() && first.equals(second);
        }
        return !path.isEmpty() && leadsTo(first, second, withFirst(first));
    }

    /** A complete subtree is its own root, and not sent. */
    private List<Hash> withFirst(Hash first) {
        if (Long.bitCount(from) > 1) {
            return path;
        }
        List<Hash> whole = new ArrayList<>(List.of(first));
        whole.addAll(path);
        return whole;
    }

    private boolean leadsTo(Hash first, Hash second, List<Hash> whole) {
        int complete = Long.numberOfTrailingZeros(from);
        long at = (from - 1) >> complete;
        long last = (to - 1) >> complete;
        Hash smaller = whole.getFirst();
        Hash larger = whole.getFirst();
        for (Hash beside : whole.subList(1, whole.size())) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                smaller = Hash.above(beside, smaller);
                larger = Hash.above(beside, larger);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                larger = Hash.above(larger, beside);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && smaller.equals(first) && larger.equals(second);
    }
}
