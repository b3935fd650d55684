package io.keyledger.query.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;

/** Trees in memory. */
final class Trees {

    private final Map<List<Long>, Hash> nodes = new HashMap<>();
    final Frontier frontier = Frontier.empty();
    final MerkleTree tree = new MerkleTree(this::node);

    /** Of leaves that hold their numbers. */
    static Trees of(long size) {
        Trees trees = new Trees();
        LongStream.range(0, size).forEach(index -> trees.append(leaf(index)));
        return trees;
    }

    static Hash leaf(long index) {
        return Hash.ofLeaf(new byte[] {(byte) index, (byte) (index >> 8), (byte) (index >> 16)});
    }

    void append(Hash leaf) {
        frontier.append(leaf, (level, index, hash) -> nodes.put(key(level, index), hash));
    }

    Hash node(int level, long index) {
        return Objects.requireNonNull(nodes.get(key(level, index)));
    }

    private static List<Long> key(int level, long index) {
        return List.of((long) level, index);
    }
}
