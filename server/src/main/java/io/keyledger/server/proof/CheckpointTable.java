package io.keyledger.server.proof;

import io.keyledger.query.proof.SignedCheckpoint;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of checkpoints. */
final class CheckpointTable {

    private final JdbcClient jdbc;

    CheckpointTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which ledger this is. */
    String origin() {
        return jdbc.sql("select origin from ledger_origin").query(String.class).single();
    }

    void add(SignedCheckpoint checkpoint) {
        jdbc.sql("insert into ledger_checkpoint (size, note) values (?, ?)")
                .param(checkpoint.checkpoint().size())
                .param(checkpoint.note())
                .update();
    }

    Optional<StoredCheckpoint> last() {
        return before(Long.MAX_VALUE, 1).stream().findFirst();
    }

    Optional<StoredCheckpoint> at(long size) {
        return before(size + 1, 1).stream().filter(it -> it.size() == size).findFirst();
    }

    /** Smaller ones, the largest first. */
    List<StoredCheckpoint> before(long size, int limit) {
        return read("where size < ? order by size desc limit ?", size, limit);
    }

    /** Larger ones, the smallest first. */
    List<StoredCheckpoint> after(long size, int limit) {
        return read("where size > ? order by size limit ?", size, limit);
    }

    private List<StoredCheckpoint> read(String which, long size, int limit) {
        return jdbc.sql("select size, note from ledger_checkpoint " + which)
                .param(size)
                .param(limit)
                .query((row, _) -> new StoredCheckpoint(row.getLong(1), row.getString(2)))
                .list();
    }
}
