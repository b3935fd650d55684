package io.keyledger.query.verification;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Opens connections that belong to no pool. A node holds two for good: one listens and one speaks,
 * so that a node under load keeps its lease.
 */
@FunctionalInterface
public interface DedicatedConnections {

    /** A new connection to PostgreSQL itself, in auto-commit mode; bounded by a connect timeout. */
    Connection open() throws SQLException;
}
