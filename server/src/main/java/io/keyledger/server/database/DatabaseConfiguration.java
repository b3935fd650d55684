package io.keyledger.server.database;

import com.zaxxer.hikari.HikariDataSource;
import io.keyledger.server.datadirectory.DataDirectory;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.util.StringUtils;

/**
 * The database of this process, its tables, and the ways to it. Pools take a {@link Schema}: nobody
 * connects before the tables are ready.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    DatabaseProperties.class,
    EmbeddedPostgresProperties.class,
    DataSourceProperties.class,
    FlywayProperties.class
})
public class DatabaseConfiguration {

    @Bean
    Database database(
            DataSourceProperties configured,
            FlywayProperties flyway,
            DatabaseProperties properties,
            EmbeddedPostgresProperties embedded,
            DataDirectory data) {
        if (!StringUtils.hasText(configured.getUrl())) {
            return EmbeddedDatabase.start(data, embedded);
        }
        Login runtime =
                new Login(configured.getUrl(), configured.getUsername(), configured.getPassword());
        return ExternalDatabase.connect(owner(flyway, runtime), runtime, properties.startupWait());
    }

    /** Two logins where the operator separates them, else one for both. */
    private static Login owner(FlywayProperties flyway, Login runtime) {
        return StringUtils.hasText(flyway.getUser())
                ? new Login(
                        StringUtils.hasText(flyway.getUrl()) ? flyway.getUrl() : runtime.url(),
                        flyway.getUser(),
                        flyway.getPassword())
                : runtime;
    }

    @Bean
    DatabaseMode databaseMode(Database database) {
        return database.mode();
    }

    @Bean
    GuestDatabases guestDatabases(Database database) {
        return database.guests();
    }

    /** Ours, so that Spring Boot makes none: that would migrate as the runtime role. */
    @Bean
    Flyway flyway(Database database) {
        return Schema.flyway(database.owner());
    }

    @Bean
    Schema schema(Database database, Flyway flyway) {
        return Schema.migrate(database, flyway);
    }

    @Bean
    @Primary
    HikariDataSource ledgerDataSource(
            Database database, DatabaseProperties properties, Schema ready) {
        return Pools.ledger(database.runtime(), properties);
    }

    @Bean(defaultCandidate = false)
    HikariDataSource verificationDataSource(
            Database database,
            DatabaseProperties properties,
            Schema ready,
            @Value("${keyledger.verification.lease:2s}") Duration lease) {
        return Pools.verification(database.runtime(), properties, lease);
    }

    @Bean
    ListenConnections listenConnections(
            Database database,
            Schema ready,
            @Value("${keyledger.verification.lease:2s}") Duration lease) {
        return new ListenConnections(database.runtime(), lease);
    }
}
