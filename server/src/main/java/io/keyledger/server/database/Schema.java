package io.keyledger.server.database;

import io.keyledger.server.startup.StartupRefused;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The tables as this version of Keyledger needs them. Whoever is handed an object of this class may
 * rely on them, and on the runtime role.
 */
final class Schema {

    private static final String MIGRATIONS = "classpath:db/migration";

    private Schema() {}

    /**
     * Makes the runtime role and migrates the tables, as their owner.
     *
     * @throws StartupRefused when the owner may not, or the database is not Keyledger's
     */
    static Schema migrate(Database database, Flyway flyway) {
        try {
            ensureRuntimeRole(database);
            flyway.migrate();
            RuntimeRole.requireHarmless(
                    Connections.runtime(database.runtime(), "start", Duration.ofSeconds(10)));
            return new Schema();
        } catch (FlywayException | SQLException e) {
            throw new StartupRefused(
                    "The tables of %s cannot be made ready: %s"
                            .formatted(database.owner(), e.getMessage()),
                    "Keyledger needs a database of its own, owned by the login that changes its tables"
                            + " (spring.flyway.user, else spring.datasource.username).",
                    e);
        }
    }

    private static void ensureRuntimeRole(Database database) throws SQLException {
        PGSimpleDataSource runtime = Connections.plain(database.runtime());
        try (Connection owner = Connections.plain(database.owner()).getConnection()) {
            String login = runtime.getUser();
            RuntimeRole.ensure(owner, login == null ? owner.getMetaData().getUserName() : login);
        }
    }

    /** Migrates as the owner of the tables. */
    static Flyway flyway(Login owner) {
        return Flyway.configure()
                .dataSource(owner.url(), owner.username(), owner.password())
                .locations(MIGRATIONS)
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                // Each part of the house counts its own migrations: a new one may have a lower
                // number.
                .outOfOrder(true)
                .placeholders(Map.of("runtimeRole", RuntimeRole.NAME))
                .loggers("slf4j")
                .load();
    }
}
