package io.keyledger.server.proof;

import io.keyledger.query.proof.LedgerRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the entries of the ledger as they are stored, and nothing into them. */
final class LedgerRows {

    private static final String BETWEEN =
            """
            select * from ledger_event where global_index > :after and global_index <= :last
            order by global_index limit :limit
            """;

    private final JdbcClient jdbc;

    LedgerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next entries after a position. */
    List<LedgerRow> after(long position, int limit) {
        return between(position, Long.MAX_VALUE, limit);
    }

    /** The same, and none behind another position. */
    List<LedgerRow> between(long after, long last, int limit) {
        return jdbc.sql(BETWEEN)
                .param("after", after)
                .param("last", last)
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    /** How many entries stand behind a position, at most: those rolled back count too. */
    long behind(long position) {
        return jdbc.sql("select coalesce(max(global_index), 0) from ledger_event")
                        .query(Long.class)
                        .single()
                - position;
    }

    private static LedgerRow read(ResultSet row) throws SQLException {
        return new LedgerRow(
                row.getLong("global_index"),
                row.getString("event_identifier"),
                row.getString("type"),
                row.getString("aggregate_identifier"),
                row.getLong("sequence_number"),
                row.getString("time_stamp"),
                row.getString("payload_type"),
                row.getString("payload_revision"),
                row.getString("payload"),
                row.getString("meta_data"));
    }
}
