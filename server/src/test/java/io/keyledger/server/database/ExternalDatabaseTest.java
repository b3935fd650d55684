package io.keyledger.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.server.startup.StartupRefused;
import io.keyledger.testing.PostgresForTests;
import io.keyledger.testing.PostgresServer;
import io.keyledger.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalDatabaseTest {

    private static final Duration NO_PATIENCE = Duration.ZERO;

    @Test
    void oneLoginOwnsTheTablesAndServesAsTheRuntimeRole() throws SQLException {
        try (TestDatabase test = PostgresForTests.emptyDatabase()) {
            Database database = connect(owner(test), owner(test));

            migrate(database);

            assertThat(EmbeddedServer.query(database.runtime(), "SELECT session_user"))
                    .isEqualTo(test.username());
        }
    }

    @Test
    void twoLoginsKeepTheOwnersPasswordAwayFromTheProcessThatServes() throws SQLException {
        PostgresServer server = PostgresForTests.server();
        server.execute("CREATE ROLE serving LOGIN IN ROLE keyledger_runtime");
        try (TestDatabase test = PostgresForTests.emptyDatabase()) {
            Login serving = new Login(test.url(), "serving", "");

            migrate(connect(owner(test), serving));

            assertThatThrownBy(() -> EmbeddedServer.execute(serving, "DROP TABLE ledger_event"))
                    .hasMessageContaining("must be owner");
        }
    }

    @Test
    void aSecondStartFindsEverythingDone() {
        try (TestDatabase test = PostgresForTests.emptyDatabase()) {
            migrate(connect(owner(test), owner(test)));
            migrate(connect(owner(test), owner(test)));
        }
    }

    @Test
    void anOwnerWhoMayMakeRolesNeedsNoAdministrator() throws SQLException {
        try (PostgresServer server = PostgresServer.start();
                TestDatabase test = server.emptyDatabase()) {
            server.execute("DROP ROLE keyledger_runtime");
            server.execute("ALTER ROLE keyledger CREATEROLE");

            migrate(connect(owner(test), owner(test)));

            assertThat(EmbeddedServer.query(owner(test), "SELECT count(*) FROM ledger_event"))
                    .isEqualTo("0");
        }
    }

    @Test
    void anOwnerWhoMayNotMakeRolesIsToldWhatAnAdministratorHasToRun() {
        try (PostgresServer server = PostgresServer.start();
                TestDatabase test = server.emptyDatabase()) {
            server.execute("DROP ROLE keyledger_runtime");
            Database database = connect(owner(test), owner(test));

            assertThatThrownBy(() -> migrate(database))
                    .isInstanceOfSatisfying(
                            StartupRefused.class,
                            refused ->
                                    assertThat(refused.action())
                                            .contains("CREATE ROLE keyledger_runtime NOLOGIN;")
                                            .contains("GRANT keyledger_runtime TO \"keyledger\";"));

            server.execute("CREATE ROLE keyledger_runtime NOLOGIN");
            server.execute("GRANT keyledger_runtime TO \"keyledger\"");
            migrate(database);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GRANT UPDATE ON ledger_event TO keyledger_runtime",
                "GRANT DELETE ON ledger_event TO keyledger_runtime",
                "GRANT TRUNCATE ON ledger_event TO PUBLIC",
                "GRANT CREATE ON SCHEMA public TO keyledger_runtime"
            })
    void aRuntimeRoleThatCouldTooMuchIsRefused(String grant) throws SQLException {
        try (TestDatabase test = PostgresForTests.freshDatabase()) {
            EmbeddedServer.execute(owner(test), grant);
            Database database = connect(owner(test), owner(test));

            assertThatThrownBy(() -> migrate(database))
                    .isInstanceOf(StartupRefused.class)
                    .hasMessageContaining("keyledger_runtime could");
        }
    }

    @Test
    void aDatabaseThatCannotBeReachedIsNamedWithoutThePassword() throws IOException {
        Login login =
                new Login("jdbc:postgresql://127.0.0.1:" + closedPort() + "/db", "me", "hush");

        assertThatThrownBy(() -> connect(login, login))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining(login.url())
                .message()
                .doesNotContain("hush");
    }

    @Test
    void aDatabaseThatDoesNotExistIsToldApartFromOneThatIsDown() {
        try (TestDatabase test = PostgresForTests.emptyDatabase()) {
            Login login = new Login(test.url() + "_missing", test.username(), test.password());

            assertThatThrownBy(() -> connect(login, login))
                    .isInstanceOfSatisfying(
                            StartupRefused.class,
                            refused -> assertThat(refused.action()).contains("CREATE DATABASE"));
        }
    }

    @Test
    void anotherKindOfDatabaseIsRefused() {
        Login login = new Login("jdbc:mysql://localhost/db?password=hush", null, null);

        assertThatThrownBy(() -> connect(login, login))
                .isInstanceOf(StartupRefused.class)
                .hasMessage("jdbc:mysql://localhost/db is no PostgreSQL.");
    }

    @Test
    void aDatabaseThatIsNotOursIsLeftAlone() throws SQLException {
        try (TestDatabase test = PostgresForTests.emptyDatabase()) {
            EmbeddedServer.execute(owner(test), "CREATE TABLE theirs (id int)");
            Database database = connect(owner(test), owner(test));

            assertThatThrownBy(() -> migrate(database))
                    .isInstanceOf(StartupRefused.class)
                    .hasMessageContaining("non-empty schema");
        }
    }

    private static Login owner(TestDatabase test) {
        return new Login(test.url(), test.username(), test.password());
    }

    private static Database connect(Login owner, Login runtime) {
        return ExternalDatabase.connect(owner, runtime, NO_PATIENCE);
    }

    private static void migrate(Database database) {
        Schema.migrate(database, Schema.flyway(database.owner()));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
