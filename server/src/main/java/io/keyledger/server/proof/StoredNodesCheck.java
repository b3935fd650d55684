package io.keyledger.server.proof;

import io.keyledger.query.proof.Hash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares the stored nodes with computed ones, as they become complete: level by level in order.
 */
final class StoredNodesCheck {

    private final TreeTable tree;

    /** Of each level, the group that the next of its nodes belongs to. */
    private final Map<Integer, Group> groups = new HashMap<>();

    private @Nullable String difference;

    StoredNodesCheck(TreeTable tree) {
        this.tree = tree;
    }

    void compare(int level, long index, Hash computed) {
        if (level == 0 || level % TreeTable.HEIGHT != 0 || difference != null) {
            return;
        }
        List<Hash> stored = group(level, index / TreeTable.WIDTH).hashes();
        int at = (int) (index % TreeTable.WIDTH);
        if (at >= stored.size() || !stored.get(at).equals(computed)) {
            difference =
                    "Node %d of level %d of the stored tree is not what the entries give."
                            .formatted(index, level);
        }
    }

    /** What was wrong, in plain words; null when nothing was. */
    @Nullable String difference() {
        return difference;
    }

    private Group group(int level, long number) {
        Group known = groups.get(level);
        if (known != null && known.number() == number) {
            return known;
        }
        Group read = new Group(number, tree.group(level, number));
        groups.put(level, read);
        return read;
    }

    private record Group(long number, List<Hash> hashes) {}
}
