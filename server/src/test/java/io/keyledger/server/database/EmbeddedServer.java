package io.keyledger.server.database;

import io.keyledger.server.datadirectory.DataDirectory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The embedded default as a process starts it, with its tables, on a folder of a test's choice. */
record EmbeddedServer(DataDirectory data, Database database) implements AutoCloseable {

    /** Shared by all tests: unpacking takes longer than a start. */
    private static final Path BINARIES = Path.of("target", "postgres-binaries");

    static EmbeddedServer start(Path folder) {
        return start(folder, 0);
    }

    static EmbeddedServer start(Path folder, int port) {
        DataDirectory data = DataDirectory.open(folder);
        try {
            Database database =
                    EmbeddedDatabase.start(
                            data,
                            new EmbeddedPostgresProperties(port, BINARIES, Duration.ofMinutes(1)));
            Schema.migrate(database, Schema.flyway(database.owner()));
            return new EmbeddedServer(data, database);
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    String queryAsRuntime(String sql) throws SQLException {
        return query(database.runtime(), sql);
    }

    String queryAsOwner(String sql) throws SQLException {
        return query(database.owner(), sql);
    }

    /** The first column of the first row. */
    static String query(Login login, String sql) throws SQLException {
        try (Connection connection = Connections.plain(login).getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    static void execute(Login login, String sql) throws SQLException {
        try (Connection connection = Connections.plain(login).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        database.close();
        data.close();
    }
}
