package io.keyledger.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class PostgresForTestsTest {

    @Test
    void isTheVersionThatTheProductRuns() throws SQLException {
        try (TestDatabase database = PostgresForTests.freshDatabase()) {
            assertThat(query(database.owner(), "SHOW server_version")).startsWith("18.");
        }
    }

    @Test
    void everyMigrationOnTheClassPathIsApplied() throws SQLException {
        try (TestDatabase database = PostgresForTests.freshDatabase()) {
            assertThat(query(database.runtime(), "SELECT word FROM sample")).isEqualTo("migrated");
        }
    }

    @Test
    void whatOneDatabaseHoldsNoOtherSees() throws SQLException {
        try (TestDatabase one = PostgresForTests.freshDatabase();
                TestDatabase other = PostgresForTests.freshDatabase()) {
            execute(one.owner(), "UPDATE sample SET word = 'changed'");

            assertThat(query(other.owner(), "SELECT word FROM sample")).isEqualTo("migrated");
        }
    }

    @Test
    void theRuntimeRoleCannotDoWhatTheOwnerCan() {
        try (TestDatabase database = PostgresForTests.freshDatabase()) {
            assertThatThrownBy(
                            () -> execute(database.runtime(), "UPDATE sample SET word = 'changed'"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void theOwnerIsNoSuperuser() {
        try (TestDatabase database = PostgresForTests.emptyDatabase()) {
            assertThatThrownBy(() -> execute(database.owner(), "CREATE ROLE another"))
                    .hasMessageContaining("permission denied");
        }
    }

    private static String query(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
