package io.keyledger.testing;

import static io.keyledger.testing.PostgresForTests.RUNTIME_ROLE;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of the product's version with the product's two roles. It is fast and forgetful (no
 * fsync): a test of durability needs the product's own embedded server.
 */
public final class PostgresServer implements AutoCloseable {

    /** Owns the databases and their tables, may not do what a superuser may. */
    static final String OWNER = "keyledger";

    private static final String MIGRATIONS = "db/migration";
    private static final String TEMPLATE = "keyledger_template";

    private final EmbeddedPostgres postgres;
    private final AtomicInteger databases = new AtomicInteger();
    private @Nullable String template;

    private PostgresServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts a server on a free port of the loopback interface; takes about two seconds. */
    public static PostgresServer start() {
        try {
            PostgresServer server = new PostgresServer(fastAndForgetful().start());
            server.execute("CREATE ROLE " + RUNTIME_ROLE + " NOLOGIN");
            server.execute("CREATE ROLE " + OWNER + " LOGIN IN ROLE " + RUNTIME_ROLE);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres.Builder fastAndForgetful() {
        return EmbeddedPostgres.builder()
                .setDataDirectory(dataDirectory())
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("jit", "off")
                .setPGStartupWait(Duration.ofMinutes(1));
    }

    /**
     * Below the folder in which the library looks for what a killed JVM left behind, and removes
     * it.
     */
    private static Path dataDirectory() {
        return Path.of(
                System.getProperty("java.io.tmpdir"), "embedded-pg", UUID.randomUUID().toString());
    }

    /** A database of one's own, migrated by every {@code db/migration} on the class path. */
    public TestDatabase freshDatabase() {
        return create("TEMPLATE " + template());
    }

    /** A database of one's own without any table. */
    public TestDatabase emptyDatabase() {
        return create("");
    }

    private TestDatabase create(String source) {
        String name = "test_" + databases.incrementAndGet();
        execute("CREATE DATABASE " + name + " OWNER " + OWNER + " " + source);
        return new TestDatabase(this, name);
    }

    private synchronized String template() {
        if (template == null) {
            execute("CREATE DATABASE " + TEMPLATE + " OWNER " + OWNER);
            migrate(new TestDatabase(this, TEMPLATE));
            template = TEMPLATE;
        }
        return template;
    }

    private static void migrate(TestDatabase database) {
        ClassLoader classes = Thread.currentThread().getContextClassLoader();
        if (classes.getResource(MIGRATIONS) == null) {
            return;
        }
        Flyway.configure(classes)
                .dataSource(database.url(), database.username(), database.password())
                .locations("classpath:" + MIGRATIONS)
                .placeholders(Map.of("runtimeRole", RUNTIME_ROLE))
                .load()
                .migrate();
    }

    /** The port on the loopback interface. */
    public int port() {
        return postgres.getPort();
    }

    /** Runs a statement as superuser, in the maintenance database. */
    public void execute(String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused: " + sql, e);
        }
    }

    /** Stops the server; connections to it break, as they do when a database goes away. */
    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
