package io.keyledger.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The two pools. They are apart so that no flood of commands, lists or replays can make a
 * verification wait for a connection.
 */
final class Pools {

    private static final Duration LEDGER_WAIT = Duration.ofSeconds(5);
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(250);

    private Pools() {}

    /** For commands, projections and lists. */
    static HikariDataSource ledger(Login runtime, DatabaseProperties properties) {
        PGSimpleDataSource source =
                Connections.runtime(
                        runtime,
                        "ledger",
                        properties.statementTimeout().multipliedBy(2),
                        timeout("statement", properties.statementTimeout()),
                        timeout(
                                "idle_in_transaction_session",
                                properties.idleInTransactionTimeout()));
        return pool(
                "ledger",
                source,
                properties.ledgerPoolSize(),
                LEDGER_WAIT,
                properties.startupWait());
    }

    /**
     * For verifications that memory cannot answer. Waiting and reading end within the lease: who
     * could not ask by then says so.
     */
    static HikariDataSource verification(
            Login runtime, DatabaseProperties properties, Duration lease) {
        PGSimpleDataSource source =
                Connections.runtime(
                        runtime,
                        "verification",
                        lease.dividedBy(2),
                        timeout("statement", lease.multipliedBy(3).dividedBy(8)),
                        timeout("idle_in_transaction_session", lease));
        Duration quarter = lease.dividedBy(4);
        Duration wait = quarter.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : quarter;
        return pool(
                "verification",
                source,
                properties.verificationPoolSize(),
                wait,
                properties.startupWait());
    }

    private static HikariDataSource pool(
            String name,
            PGSimpleDataSource source,
            int size,
            Duration wait,
            Duration firstConnection) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(wait.toMillis());
        config.setValidationTimeout(wait.toMillis());
        config.setInitializationFailTimeout(firstConnection.toMillis());
        return new HikariDataSource(config);
    }

    private static String timeout(String setting, Duration duration) {
        return "%s_timeout=%dms".formatted(setting, duration.toMillis());
    }
}
