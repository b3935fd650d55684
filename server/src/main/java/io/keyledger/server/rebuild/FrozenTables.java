package io.keyledger.server.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Old and new tables as they stood at one moment, to be looked at for as long as it takes, while
 * everybody goes on.
 */
final class FrozenTables implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Connection connection;
    private final JdbcClient jdbc;

    private FrozenTables(Connection connection) throws SQLException {
        this.connection = connection;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(LONGEST.toMillis()));
    }

    /** Gets ready. The connection is a pool's, which makes it as others are when it is closed. */
    static FrozenTables open(DataSource source) throws SQLException {
        return new FrozenTables(source.getConnection());
    }

    /** The moment. */
    void freeze() {
        jdbc.sql("set local statement_timeout = %d".formatted(LONGEST.toMillis())).update();
        jdbc.sql("select count(*) from projection_table").query(Long.class).single();
    }

    List<TableComparison> compare(List<String> tables) {
        return tables.stream().map(this::compare).toList();
    }

    /** A sum does not depend on the order of the rows; a row that is there twice counts twice. */
    private TableComparison compare(String table) {
        return jdbc.sql(
                        """
                        select '%1$s' as table,
                            (select count(*) from %1$s) as rows_before,
                            (select count(*) from keyledger_rebuild.%1$s) as rows_after,
                            (select coalesce(sum(hashtextextended(it::text, 0)::numeric), 0)::text
                                from %1$s as it) as checksum_before,
                            (select coalesce(sum(hashtextextended(it::text, 0)::numeric), 0)::text
                                from keyledger_rebuild.%1$s as it) as checksum_after
                        """
                                .formatted(table))
                .query(TableComparison.class)
                .single();
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
        }
    }
}
