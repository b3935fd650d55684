package io.keyledger.server.database;

import io.keyledger.server.datadirectory.DataDirectory;
import io.keyledger.server.startup.StartupRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import org.postgresql.PGConnection;

/**
 * The database in the embedded cluster, with two logins of its own: the owner and the runtime role.
 * Their passwords are made anew at each start and are nowhere but in the memory of this process.
 */
final class EmbeddedDatabase {

    private static final String NAME = "keyledger";
    private static final String OWNER = "keyledger";

    private EmbeddedDatabase() {}

    /**
     * Starts PostgreSQL and makes in it what is not there yet.
     *
     * @throws StartupRefused when it does not start
     */
    static Database start(DataDirectory data, EmbeddedPostgresProperties properties) {
        try {
            Path binaries =
                    Optional.ofNullable(properties.binariesDir())
                            .orElseGet(() -> data.resolve("postgres-binaries"));
            EmbeddedCluster cluster = EmbeddedCluster.prepare(data, binaries.toAbsolutePath());
            String password = cluster.password();
            int port = cluster.start(properties);
            return furnished(cluster, port, password);
        } catch (IOException e) {
            throw new StartupRefused(
                    "The embedded PostgreSQL does not start. " + e.getMessage(),
                    "See %s.".formatted(data.path()),
                    e);
        }
    }

    private static Database furnished(EmbeddedCluster cluster, int port, String password) {
        try {
            Login administrator = login(port, "postgres", EmbeddedCluster.SUPERUSER, password);
            Login owner = login(port, NAME, OWNER, NewCluster.randomPassword());
            Login runtime = login(port, NAME, RuntimeRole.NAME, NewCluster.randomPassword());
            furnish(administrator, owner, runtime);
            return new Database(
                    DatabaseMode.EMBEDDED,
                    owner,
                    runtime,
                    name -> Optional.of(guest(administrator, port, name)),
                    cluster::stop);
        } catch (SQLException | RuntimeException e) {
            cluster.stop();
            throw new StartupRefused(
                    "The embedded PostgreSQL on port %d does not let Keyledger in: %s"
                            .formatted(port, e.getMessage()),
                    "If postgres-password was changed or restored, it must fit the folder postgres"
                            + " beside it.",
                    e);
        }
    }

    private static Login login(int port, String database, String username, String password) {
        return new Login(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), username, password);
    }

    private static void furnish(Login administrator, Login owner, Login runtime)
            throws SQLException {
        try (Connection connection = Connections.plain(administrator).getConnection()) {
            makeRole(connection, OWNER, owner);
            makeRole(connection, RuntimeRole.NAME, runtime);
            makeDatabase(connection, NAME, OWNER);
        }
    }

    private static GuestDatabase guest(Login administrator, int port, String name) {
        Login guest = login(port, name, name, NewCluster.randomPassword());
        try (Connection connection = Connections.plain(administrator).getConnection()) {
            makeRole(connection, name, guest);
            makeDatabase(connection, name, name);
            return new GuestDatabase(guest.url(), guest.username(), guest.password());
        } catch (SQLException e) {
            throw new IllegalStateException("no database for " + name, e);
        }
    }

    private static void makeDatabase(Connection connection, String name, String owner)
            throws SQLException {
        if (!exists(connection, "SELECT FROM pg_database WHERE datname = ?", name)) {
            execute(connection, "CREATE DATABASE " + name + " OWNER " + owner);
        }
    }

    private static void makeRole(Connection connection, String name, Login login)
            throws SQLException {
        if (!exists(connection, "SELECT FROM pg_roles WHERE rolname = ?", name)) {
            execute(connection, "CREATE ROLE " + name + " LOGIN");
        }
        char[] password = Objects.requireNonNull(login.password()).toCharArray();
        // The driver sends a hash: no log of the server ever holds the password.
        connection.unwrap(PGConnection.class).alterUserPassword(name, password, null);
    }

    private static boolean exists(Connection connection, String sql, String name)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
