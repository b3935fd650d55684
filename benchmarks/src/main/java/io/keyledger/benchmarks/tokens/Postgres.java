package io.keyledger.benchmarks.tokens;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The one PostgreSQL that all servers use, as durable as in production. Says where it is, and runs
 * until its process is ended.
 */
public final class Postgres {

    private Postgres() {}

    public static void main(String[] arguments)
            throws IOException, SQLException, InterruptedException {
        EmbeddedPostgres postgres =
                EmbeddedPostgres.builder()
                        .setPort(Integer.parseInt(arguments[0]))
                        .setLocaleConfig("locale", "C.UTF-8")
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("jit", "off")
                        .start();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database keyledger");
            statement.execute("create database spring");
        }
        System.out.println("ready");
        Thread.currentThread().join();
    }
}
