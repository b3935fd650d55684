package io.keyledger.query.verification;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A connection that is opened when it is needed and whose every answer is bounded in time. */
final class SpeakingConnection implements AutoCloseable {

    private final DedicatedConnections connections;
    private final Duration patience;
    private @Nullable SingleConnectionDataSource current;

    SpeakingConnection(DedicatedConnections connections, Duration patience) {
        this.connections = connections;
        this.patience = patience;
    }

    NodeTable table() {
        SingleConnectionDataSource source = current;
        if (source == null) {
            source = new SingleConnectionDataSource(open(), true);
            current = source;
            new NodeTable(JdbcClient.create(source)).forgetTheLongGone();
        }
        return new NodeTable(JdbcClient.create(source));
    }

    private Connection open() {
        try {
            Connection connection = connections.open();
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(patience.toMillis()));
            return connection;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the database cannot be reached", e);
        }
    }

    @Override
    public void close() {
        if (current != null) {
            current.destroy();
            current = null;
        }
    }
}
