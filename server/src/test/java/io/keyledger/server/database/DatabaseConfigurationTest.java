package io.keyledger.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.keyledger.api.token.Peppers;
import io.keyledger.server.datadirectory.DataDirectoryConfiguration;
import io.keyledger.server.pepper.PepperConfiguration;
import io.keyledger.testing.PostgresForTests;
import io.keyledger.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

class DatabaseConfigurationTest {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner()
                    .withInitializer(DatabaseConfigurationTest::convertAsAnApplicationDoes)
                    .withConfiguration(
                            AutoConfigurations.of(
                                    DataSourceAutoConfiguration.class,
                                    DataSourceTransactionManagerAutoConfiguration.class,
                                    FlywayAutoConfiguration.class))
                    .withUserConfiguration(
                            DataDirectoryConfiguration.class,
                            DatabaseConfiguration.class,
                            PepperConfiguration.class)
                    .withPropertyValues("keyledger.postgres.binaries-dir=target/postgres-binaries");

    @Test
    void withoutASettingTheDatabaseIsEmbedded(@TempDir Path folder) {
        application
                .withPropertyValues("keyledger.data-dir=" + folder)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(DatabaseMode.class))
                            .isEqualTo(DatabaseMode.EMBEDDED);
                    assertThat(context.getBean(Peppers.class).current().id()).isEqualTo("p1");
                    assertThat(context).hasSingleBean(PlatformTransactionManager.class);
                    assertThat(context).hasSingleBean(Flyway.class);
                });
    }

    @Test
    void bothPoolsServeAsTheRuntimeRole(@TempDir Path folder) {
        try (TestDatabase database = PostgresForTests.emptyDatabase()) {
            external(database, folder)
                    .run(context -> {
                        DataSource ledger = context.getBean(DataSource.class);
                        DataSource verification =
                                context.getBean("verificationDataSource", DataSource.class);
                        assertThat(query(ledger, "SELECT current_user"))
                                .isEqualTo("keyledger_runtime");
                        assertThat(query(verification, "SELECT current_user"))
                                .isEqualTo("keyledger_runtime");
                    });
        }
    }

    @Test
    void theListeningConnectionServesAsTheRuntimeRoleAndIsInNoPool(@TempDir Path folder) {
        try (TestDatabase database = PostgresForTests.emptyDatabase()) {
            external(database, folder)
                    .run(context -> {
                        ListenConnections listening = context.getBean(ListenConnections.class);
                        try (Connection connection = listening.open();
                                Statement statement = connection.createStatement()) {
                            statement.execute("LISTEN keyledger_changes");
                            assertThat(query(statement, "SELECT current_user"))
                                    .isEqualTo("keyledger_runtime");
                            assertThat(query(statement, "SHOW application_name"))
                                    .isEqualTo("keyledger listen");
                        }
                    });
        }
    }

    @Test
    void aVerificationEndsWithinTheLease(@TempDir Path folder) {
        try (TestDatabase database = PostgresForTests.emptyDatabase()) {
            external(database, folder)
                    .withPropertyValues("keyledger.verification.lease=4s")
                    .run(context -> {
                        HikariDataSource pool =
                                context.getBean("verificationDataSource", HikariDataSource.class);
                        assertThat(pool.getConnectionTimeout()).isEqualTo(1000);
                        assertThat(query(pool, "SHOW statement_timeout")).isEqualTo("1500ms");
                        assertThat(query(pool, "SHOW idle_in_transaction_session_timeout"))
                                .isEqualTo("4s");
                    });
        }
    }

    @Test
    void noTransactionOfTheLedgerStaysOpenForLong(@TempDir Path folder) {
        try (TestDatabase database = PostgresForTests.emptyDatabase()) {
            external(database, folder)
                    .run(context -> {
                        DataSource pool = context.getBean(DataSource.class);
                        assertThat(query(pool, "SHOW statement_timeout")).isEqualTo("10s");
                        assertThat(query(pool, "SHOW idle_in_transaction_session_timeout"))
                                .isEqualTo("10s");
                    });
        }
    }

    @Test
    void optionsInTheUrlAreKept(@TempDir Path folder) {
        try (TestDatabase database = PostgresForTests.emptyDatabase()) {
            external(database, folder)
                    .withPropertyValues(
                            "spring.datasource.url="
                                    + database.url()
                                    + "?options=-c%20work_mem=8MB")
                    .run(context -> {
                        DataSource pool = context.getBean(DataSource.class);
                        assertThat(query(pool, "SHOW work_mem")).isEqualTo("8MB");
                        assertThat(query(pool, "SELECT current_user"))
                                .isEqualTo("keyledger_runtime");
                    });
        }
    }

    private static void convertAsAnApplicationDoes(ConfigurableApplicationContext context) {
        context.getBeanFactory()
                .setConversionService(ApplicationConversionService.getSharedInstance());
    }

    private ApplicationContextRunner external(TestDatabase database, Path folder) {
        return application.withPropertyValues(
                "keyledger.data-dir=" + folder,
                "spring.datasource.url=" + database.url(),
                "spring.datasource.username=" + database.username(),
                "spring.datasource.password=" + database.password(),
                "keyledger.peppers[0].id=test",
                "keyledger.peppers[0].key=WTdoA8xV0WQ4y3Jz0fZl9m1qk5uP7cR2sT6vB8nH4eM=");
    }

    private static String query(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            return query(statement, sql);
        }
    }

    private static String query(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }
}
