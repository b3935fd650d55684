package io.keyledger.server.proof;

import io.keyledger.query.proof.Hash;
import io.keyledger.query.proof.Nodes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The subtrees of the stored tree, for one question: what was read for it is kept until then. */
final class StoredNodes implements Nodes {

    private final TreeTable table;
    private final Map<Group, List<Hash>> read = new HashMap<>();

    StoredNodes(TreeTable table) {
        this.table = table;
    }

    @Override
    public Hash at(int level, long index) {
        if (level % TreeTable.HEIGHT == 0) {
            return stored(level, index);
        }
        return Hash.above(at(level - 1, 2 * index), at(level - 1, 2 * index + 1));
    }

    private Hash stored(int level, long index) {
        Group group = new Group(level, index / TreeTable.WIDTH);
        List<Hash> hashes = read.computeIfAbsent(group, it -> table.group(it.level(), it.number()));
        int at = (int) (index % TreeTable.WIDTH);
        if (at >= hashes.size()) {
            throw new IllegalStateException(
                    "the tree lacks node %d of level %d".formatted(index, level));
        }
        return hashes.get(at);
    }

    private record Group(int level, long number) {}
}
