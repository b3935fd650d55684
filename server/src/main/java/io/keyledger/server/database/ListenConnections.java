package io.keyledger.server.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Opens connections that are for LISTEN alone: in no pool, for as long as their owner keeps them,
 * with the rights of the runtime role. A statement that the server does not answer within the lease
 * breaks the connection; waiting for notifications has its own time limit.
 */
public final class ListenConnections {

    private final PGSimpleDataSource source;

    ListenConnections(Login runtime, Duration lease) {
        source = Connections.runtime(runtime, "listen", lease);
    }

    /** A new connection; the caller closes it. */
    public Connection open() throws SQLException {
        return source.getConnection();
    }
}
