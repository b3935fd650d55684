package io.keyledger.testing;

import org.jspecify.annotations.Nullable;

/**
 * The one PostgreSQL that all tests of a JVM share: started when the first test asks, stopped when
 * the JVM ends. A test that stops, breaks or tunes its server starts one of its own with {@link
 * PostgresServer#start()}.
 */
public final class PostgresForTests {

    /** The role that the product's pools run as; migrations grant to it. */
    public static final String RUNTIME_ROLE = "keyledger_runtime";

    private static @Nullable PostgresServer shared;

    private PostgresForTests() {}

    /**
     * A database of one's own, migrated by every {@code db/migration} on the class path; without
     * any there it is empty.
     */
    public static TestDatabase freshDatabase() {
        return server().freshDatabase();
    }

    /** A database of one's own without any table, as an operator hands it to the product. */
    public static TestDatabase emptyDatabase() {
        return server().emptyDatabase();
    }

    /** The shared server; not to be stopped. */
    public static synchronized PostgresServer server() {
        if (shared == null) {
            shared = PostgresServer.start();
        }
        return shared;
    }
}
