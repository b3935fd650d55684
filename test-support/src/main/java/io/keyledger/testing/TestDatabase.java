package io.keyledger.testing;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One database of a {@link PostgresServer}, for one test or one test class. Its data sources make a
 * new connection each time they are asked.
 */
public final class TestDatabase implements AutoCloseable {

    private final PostgresServer server;
    private final String name;

    TestDatabase(PostgresServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /** For {@code spring.datasource.url}. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + name;
    }

    /** For {@code spring.datasource.username}: owns the tables and may become the runtime role. */
    public String username() {
        return PostgresServer.OWNER;
    }

    /** For {@code spring.datasource.password}; the server does not look at it. */
    public String password() {
        return "not-looked-at";
    }

    /** Connects as the owner, who may do everything to the tables. */
    public DataSource owner() {
        return connecting();
    }

    /** Connects as the product's pools do: with the rights of the runtime role and no others. */
    public DataSource runtime() {
        PGSimpleDataSource source = connecting();
        source.setOptions("-c role=" + PostgresForTests.RUNTIME_ROLE);
        return source;
    }

    private PGSimpleDataSource connecting() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url());
        source.setUser(username());
        source.setPassword(password());
        return source;
    }

    /** Ends every connection to this database, as a restart or a failover does. */
    public void disconnectAll() {
        server.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
                        .formatted(name));
    }

    /** Drops the database, with whoever is still connected to it. */
    @Override
    public void close() {
        server.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }
}
