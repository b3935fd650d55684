package io.keyledger.server.database;

import io.keyledger.server.startup.StartupRefused;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL that the operator runs. */
final class ExternalDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(ExternalDatabase.class);
    private static final int OLDEST_VERSION = 15;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private ExternalDatabase() {}

    /**
     * Makes sure that the database answers, and that it is one that Keyledger can stand on.
     *
     * @param patience how long to wait for one that cannot be reached yet
     * @throws StartupRefused when it is not
     */
    static Database connect(Login owner, Login runtime, Duration patience) {
        requirePostgres(owner);
        requirePostgres(runtime);
        try (Connection connection = firstConnection(owner, patience)) {
            requireVersion(connection);
            requirePrimary(connection);
            return new Database(
                    DatabaseMode.EXTERNAL, owner, runtime, _ -> Optional.empty(), () -> {});
        } catch (SQLException e) {
            throw unusable(owner, e);
        }
    }

    private static void requirePostgres(Login login) {
        if (!login.url().startsWith("jdbc:postgresql:")) {
            throw new StartupRefused(
                    "%s is no PostgreSQL.".formatted(login.address()),
                    "Set spring.datasource.url to jdbc:postgresql://HOST:PORT/DATABASE, or leave it"
                            + " out for the embedded PostgreSQL.");
        }
    }

    private static Connection firstConnection(Login login, Duration patience) throws SQLException {
        long start = System.nanoTime();
        while (true) {
            try {
                return Connections.plain(login).getConnection();
            } catch (SQLException e) {
                boolean mayPass =
                        SqlState.CONNECTION_FAILED.is(e) || SqlState.CANNOT_CONNECT_NOW.is(e);
                if (!mayPass || System.nanoTime() - start > patience.toNanos()) {
                    throw e;
                }
                LOG.info("Waiting for {}: {}", login.address(), e.getMessage());
                sleep();
            }
        }
    }

    private static void sleep() throws SQLException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for the database", e);
        }
    }

    private static StartupRefused unusable(Login login, SQLException cause) {
        String action =
                SqlState.NOT_LET_IN.is(cause)
                        ? "Check spring.datasource.username and spring.datasource.password, and the"
                                + " server's pg_hba.conf."
                        : SqlState.NO_SUCH_DATABASE.is(cause)
                                ? "Let an administrator run CREATE DATABASE … OWNER …, or correct"
                                        + " spring.datasource.url."
                                : "Check that it runs and can be reached from here, and"
                                        + " spring.datasource.url.";
        return new StartupRefused(
                "The database %s cannot be used: %s".formatted(login.address(), cause.getMessage()),
                action,
                cause);
    }

    private static void requireVersion(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_VERSION) {
            throw new StartupRefused(
                    "The database is PostgreSQL %d; Keyledger needs %d or newer."
                            .formatted(version, OLDEST_VERSION),
                    "Upgrade it, or leave spring.datasource.url out for the embedded PostgreSQL.");
        }
    }

    /** A copy lags behind: a verdict read from it could miss a revocation. */
    private static void requirePrimary(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT pg_is_in_recovery()")) {
            if (result.next() && result.getBoolean(1)) {
                throw new StartupRefused(
                        "The database is a standby; verdicts read from it could be out of date.",
                        "Point spring.datasource.url at the primary"
                                + " (several hosts: add targetServerType=primary).");
            }
        }
    }
}
