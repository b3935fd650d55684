package io.keyledger.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.server.datadirectory.DataDirectory;
import io.keyledger.server.startup.StartupRefused;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedDatabaseTest {

    @TempDir private static Path folder;
    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"fsync", "synchronous_commit", "full_page_writes", "data_checksums"})
    void whatIsCommittedSurvivesAPowerCut(String setting) throws SQLException {
        assertThat(server.queryAsRuntime("SHOW " + setting)).isEqualTo("on");
    }

    @Test
    void isPostgres18() throws SQLException {
        assertThat(server.queryAsRuntime("SHOW server_version")).startsWith("18.");
    }

    @Test
    void listensOnTheLoopbackInterfaceOnly() throws IOException, SQLException {
        String password = Files.readString(folder.resolve("postgres-password"));
        Login administrator = new Login(server.database().owner().url(), "postgres", password);

        assertThat(EmbeddedServer.query(administrator, "SHOW listen_addresses"))
                .isEqualTo("127.0.0.1");
        assertThat(EmbeddedServer.query(administrator, "SHOW unix_socket_directories")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "keyledger", "keyledger_runtime"})
    void nobodyGetsInWithoutThePassword(String user) {
        Login guess = new Login(server.database().runtime().url(), user, "postgres");

        assertThatThrownBy(() -> EmbeddedServer.query(guess, "SELECT 1"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void noLineOfTheAccessRulesTrustsAnybody() throws IOException {
        assertThat(Files.readAllLines(folder.resolve("postgres/pg_hba.conf")))
                .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("scram-sha-256"));
    }

    @ParameterizedTest
    @CsvSource({
        ".,rwx------",
        "postgres,rwx------",
        "postgres-password,rw-------",
        "lock,rw-------"
    })
    void otherUsersCannotLookIn(String file, String permissions) throws IOException {
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve(file))))
                .isEqualTo(permissions);
    }

    @Test
    void aTakenPortIsNamed(@TempDir Path other) throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThatThrownBy(() -> EmbeddedServer.start(other, taken.getLocalPort()).close())
                    .isInstanceOf(StartupRefused.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
        }
    }

    @Test
    void anotherMajorVersionIsRefusedBeforeItIsTouched(@TempDir Path other) throws IOException {
        Files.createDirectories(other.resolve("postgres"));
        Files.writeString(other.resolve("postgres/PG_VERSION"), "17\n");

        assertThatThrownBy(() -> EmbeddedServer.start(other).close())
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("PostgreSQL 17");
    }

    @Test
    void aHalfMadeClusterOfAnInterruptedFirstStartIsMadeAgain(@TempDir Path other)
            throws IOException, SQLException {
        Files.createDirectories(other.resolve("postgres.new"));
        Files.writeString(other.resolve("postgres.new/PG_VERSION"), "18\n");

        try (EmbeddedServer restarted = EmbeddedServer.start(other)) {
            assertThat(restarted.queryAsRuntime("SELECT count(*) FROM ledger_event"))
                    .isEqualTo("0");
        }
    }

    @Test
    void aSecondProcessOnTheSameFolderIsRefused() {
        assertThatThrownBy(() -> DataDirectory.open(folder).close())
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
}
