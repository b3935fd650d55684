package io.keyledger.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.testing.PostgresForTests;
import io.keyledger.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuntimeRoleTest {

    private static final String APPEND =
            """
            INSERT INTO ledger_event (event_identifier, aggregate_identifier, sequence_number, type,
                                      time_stamp, payload_type, payload, meta_data)
            VALUES ('%s', 'key_1', %d, 'ApiKey', '2026-11-22T18:00:00Z', 'apikey.issued', '{}', '{}')
            """;

    private static TestDatabase database;

    @BeforeAll
    static void create() throws SQLException {
        database = PostgresForTests.freshDatabase();
        execute(database.runtime(), APPEND.formatted("first", 0));
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void mayAppendToTheLedgerAndReadTheNewPosition() throws SQLException {
        try (Connection connection = database.runtime().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(APPEND.formatted("second", 1));
            try (ResultSet position =
                    statement.executeQuery(
                            "SELECT currval('ledger_event_global_index_seq') = max(global_index)"
                                    + " FROM ledger_event")) {
                assertThat(position.next()).isTrue();
                assertThat(position.getBoolean(1)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger_event SET payload = '{}'",
                "DELETE FROM ledger_event",
                "TRUNCATE ledger_event",
                "DROP TABLE ledger_event",
                "ALTER TABLE ledger_event DISABLE TRIGGER ALL",
                "ALTER TABLE ledger_event ADD COLUMN more text",
                "DROP TRIGGER append_only ON ledger_event",
                "CREATE OR REPLACE FUNCTION refuse_to_change_the_ledger() RETURNS trigger"
                        + " LANGUAGE plpgsql AS 'begin return null; end'",
                "CREATE TABLE own (id int)",
                "CREATE FUNCTION own() RETURNS int LANGUAGE sql AS 'select 1'",
                "CREATE SCHEMA own",
                "CREATE ROLE own",
                "SELECT setval('ledger_event_global_index_seq', 1)",
                "SET session_replication_role = replica",
                "UPDATE pepper SET id = 'other'",
                "DELETE FROM pepper",
                "DELETE FROM flyway_schema_history",
                "COPY ledger_event TO PROGRAM 'cat'"
            })
    void cannotChangeTheLedgerNorAnyDefinition(String sql) {
        assertThatThrownBy(() -> execute(database.runtime(), sql))
                .isInstanceOf(SQLException.class)
                .extracting(it -> ((SQLException) it).getSQLState())
                .isEqualTo("42501");
    }

    @Test
    void cannotChooseThePositionOfAnEntry() {
        assertThatThrownBy(() ->
                        execute(
                                database.runtime(),
                                APPEND.replace("(event_id", "(global_index, event_id")
                                        .replace("VALUES (", "VALUES (0, ")
                                        .formatted("chosen", 7)))
                .hasMessageContaining("global_index");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RESET ROLE", "DISCARD ALL", "RESET ALL"})
    void isNotLeftByResetting(String sql) throws SQLException {
        try (Connection connection = database.runtime().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            try (ResultSet user = statement.executeQuery("SELECT current_user")) {
                assertThat(user.next()).isTrue();
                assertThat(user.getString(1)).isEqualTo(RuntimeRole.NAME);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger_event SET payload = '{}'",
                "UPDATE ledger_event SET payload = '{}' WHERE false",
                "DELETE FROM ledger_event",
                "TRUNCATE ledger_event"
            })
    void theOwnerCannotChangeTheLedgerEither(String sql) {
        assertThatThrownBy(() -> execute(database.owner(), sql))
                .hasMessageContaining("the ledger is append only");
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
