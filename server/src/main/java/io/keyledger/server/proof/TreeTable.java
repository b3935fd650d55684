package io.keyledger.server.proof;

import io.keyledger.query.proof.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of the tree: leaves, and roots of complete subtrees of each {@link #HEIGHT}th level. */
final class TreeTable {

    /**
     * Subtrees are stored at multiples of this level. What lies between is computed from the 32
     * below: that saves 30 of 31 inner nodes, and a proof reads 32 rows for each five levels.
     */
    static final int HEIGHT = 5;

    /** How many subtrees of one stored level make one of the next. */
    static final int WIDTH = 1 << HEIGHT;

    private static final String LEAVES =
            "select * from ledger_leaves where first_index >= ? and first_index < ? order by"
                    + " first_index";

    private final JdbcClient jdbc;

    TreeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Tip tip() {
        return jdbc.sql("select * from ledger_leaves order by first_index desc limit 1")
                .query((row, _) -> leaves(row).toList().getLast())
                .optional()
                .map(last -> new Tip(last.index() + 1, last.position()))
                .orElse(Tip.NOTHING);
    }

    /**
     * Adds leaves at the end. Another node that adds at the same place fails: the place is the key.
     */
    void add(List<Leaf> leaves) {
        int from = 0;
        while (from < leaves.size()) {
            int room = WIDTH - (int) (leaves.get(from).index() % WIDTH);
            int to = Math.min(leaves.size(), from + room);
            addRow(leaves.subList(from, to));
            from = to;
        }
    }

    private void addRow(List<Leaf> leaves) {
        byte[] hashes = new byte[leaves.size() * Hash.LENGTH];
        for (int at = 0; at < leaves.size(); at++) {
            System.arraycopy(
                    leaves.get(at).hash().bytes(), 0, hashes, at * Hash.LENGTH, Hash.LENGTH);
        }
        jdbc.sql(
                        """
                        insert into ledger_leaves (first_index, first_position, positions, hashes)
                        values (?, ?, ?, ?)
                        """)
                .param(leaves.getFirst().index())
                .param(leaves.getFirst().position())
                .param(leaves.stream().mapToLong(Leaf::position).toArray())
                .param(hashes)
                .update();
    }

    void addNode(int level, long index, Hash hash) {
        jdbc.sql("insert into ledger_tree_node (level, index, hash) values (?, ?, ?)")
                .param(level)
                .param(index)
                .param(hash.bytes())
                .update();
    }

    /** Leaves from an index on, all of them that there are before another. */
    List<Leaf> leaves(long from, long to) {
        long aligned = from - from % WIDTH;
        return jdbc
                .sql(LEAVES)
                .param(aligned)
                .param(to)
                .query((row, _) -> leaves(row).toList())
                .list()
                .stream()
                .flatMap(List::stream)
                .filter(leaf -> leaf.index() >= from && leaf.index() < to)
                .toList();
    }

    /** The leaf that the entry at a position is; nothing when the tree has none of it. */
    Optional<Leaf> leafAt(long position) {
        return jdbc
                .sql(
                        """
                        select * from ledger_leaves where first_position <= ?
                        order by first_position desc limit 1
                        """)
                .param(position)
                .query((row, _) -> leaves(row).toList())
                .list()
                .stream()
                .flatMap(List::stream)
                .filter(leaf -> leaf.position() == position)
                .findFirst();
    }

    /** The up to 32 subtrees that make one of the next stored level. */
    List<Hash> group(int level, long group) {
        long from = group * WIDTH;
        if (level == 0) {
            return leaves(from, from + WIDTH).stream().map(Leaf::hash).toList();
        }
        return jdbc.sql(
                        """
                        select hash from ledger_tree_node
                        where level = ? and index >= ? and index < ? order by index
                        """)
                .param(level)
                .param(from)
                .param(from + WIDTH)
                .query((row, _) -> Hash.of(row.getBytes(1)))
                .list();
    }

    private static Stream<Leaf> leaves(ResultSet row) throws SQLException {
        long first = row.getLong("first_index");
        Long[] positions = (Long[]) row.getArray("positions").getArray();
        byte[] hashes = row.getBytes("hashes");
        List<Leaf> leaves = new ArrayList<>();
        for (int at = 0; at < positions.length; at++) {
            byte[] hash = Arrays.copyOfRange(hashes, at * Hash.LENGTH, (at + 1) * Hash.LENGTH);
            leaves.add(new Leaf(first + at, positions[at], Hash.of(hash)));
        }
        return leaves.stream();
    }
}
