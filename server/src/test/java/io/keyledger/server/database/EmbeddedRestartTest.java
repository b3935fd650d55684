package io.keyledger.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.server.datadirectory.DataDirectory;
import io.keyledger.server.startup.StartupRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRestartTest {

    static final String APPEND =
            """
            INSERT INTO ledger_event (event_identifier, aggregate_identifier, sequence_number, type,
                                      time_stamp, payload_type, payload, meta_data)
            VALUES ('e', 'key_1', 0, 'ApiKey', '2026-11-22T18:00:00Z', 'apikey.issued', '{}', '{}')
            """;

    private static final String ENTRIES = "SELECT count(*) FROM ledger_event";

    @TempDir private Path folder;

    @Test
    void aSecondStartKeepsEverything() throws SQLException {
        try (EmbeddedServer first = EmbeddedServer.start(folder)) {
            EmbeddedServer.execute(first.database().runtime(), APPEND);
        }
        try (EmbeddedServer second = EmbeddedServer.start(folder)) {
            assertThat(second.queryAsRuntime(ENTRIES)).isEqualTo("1");
        }
    }

    @Test
    void aSecondProcessOnTheSameFolderIsRefused() throws Exception {
        try (ProcessToKill first = ProcessToKill.on(folder)) {
            assertThatThrownBy(() -> DataDirectory.open(folder).close())
                    .isInstanceOf(StartupRefused.class)
                    .hasMessageContaining("process " + first.pid());
            first.kill();
            EmbeddedServer.start(folder).close();
        }
    }

    @Test
    void theDatabaseOfAKilledProcessIsReplacedAndNothingIsLost() throws Exception {
        try (ProcessToKill killed = ProcessToKill.on(folder)) {
            killed.kill();
            ProcessHandle orphan = postmaster();
            assertThat(orphan.info().command()).isPresent();

            try (EmbeddedServer next = EmbeddedServer.start(folder)) {
                // Not isAlive(): whoever inherited it may not have noticed yet that it ended.
                assertThat(orphan.info().command()).isEmpty();
                assertThat(next.queryAsRuntime(ENTRIES)).isEqualTo("1");
            }
        }
    }

    @Test
    void aForeignProcessThatHasTheOrphansNumberIsLeftAlone() throws Exception {
        EmbeddedServer.start(folder).close();
        Process foreign = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(
                    folder.resolve("postgres/postmaster.pid"),
                    foreign.pid() + "\n" + folder.resolve("postgres") + "\n");

            EmbeddedServer.start(folder).close();

            assertThat(foreign.isAlive()).isTrue();
        } finally {
            foreign.destroyForcibly();
        }
    }

    private ProcessHandle postmaster() throws IOException {
        String pid = Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }
}
