package io.keyledger.server.ledger;

import static io.keyledger.server.ledger.CommandExamples.ORIGIN;
import static io.keyledger.server.ledger.CommandExamples.issue;
import static io.keyledger.server.ledger.CommandExamples.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.keyledger.testing.PostgresForTests;
import io.keyledger.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class OutageTest {

    @Test
    void withoutItsDatabaseTheLedgerIsUnavailable() {
        TestDatabase database = PostgresForTests.freshDatabase();
        try (LedgerNode node = LedgerNode.start(database)) {
            node.commands().send(issue(key(1)), ORIGIN);
            database.close();

            assertThatThrownBy(() -> node.commands().send(issue(key(2)), ORIGIN))
                    .isInstanceOf(LedgerUnavailableException.class);
        }
    }

    @Test
    void afterTheDatabaseIsBackCommandsAreTakenAgain() {
        try (TestDatabase database = PostgresForTests.freshDatabase();
                LedgerNode node = LedgerNode.start(database)) {
            node.commands().send(issue(key(1)), ORIGIN);
            database.disconnectAll();

            await().ignoreExceptionsInstanceOf(LedgerUnavailableException.class)
                    .until(() -> node.commands().send(issue(key(2)), ORIGIN).version() == 0);
        }
    }

    /** Somebody holds the turn and does not let go: the database's own limit ends the waiting. */
    @Test
    void anAppendThatWaitsTooLongIsUnavailableAndLeavesNothingBehind() throws SQLException {
        try (TestDatabase database = PostgresForTests.freshDatabase()) {
            limitStatements(database);
            try (LedgerNode node = LedgerNode.start(database)) {
                node.commands().send(issue(key(1)), ORIGIN);
                try (Connection hog = database.owner().getConnection();
                        Statement statement = hog.createStatement()) {
                    statement.execute(
                            "select pg_advisory_lock(" + LedgerStorageEngine.APPEND_LOCK + ")");

                    assertThatThrownBy(() -> node.commands().send(issue(key(2)), ORIGIN))
                            .isInstanceOf(LedgerUnavailableException.class);
                }
                assertThat(node.commands().send(issue(key(2)), ORIGIN).version()).isZero();
            }
        }
    }

    private static void limitStatements(TestDatabase database) throws SQLException {
        try (Connection owner = database.owner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "do $$ begin execute format('alter database %I set statement_timeout = 500', current_database()); end $$");
        }
    }
}
