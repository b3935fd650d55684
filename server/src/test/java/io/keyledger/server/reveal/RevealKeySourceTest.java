package io.keyledger.server.reveal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.server.datadirectory.DataDirectory;
import io.keyledger.server.reveal.RevealProperties.ConfiguredKey;
import io.keyledger.server.startup.StartupRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevealKeySourceTest {

    private static final String STRONG = "WTdoA8xV0WQ4y3Jz0fZl9m1qk5uP7cR2sT6vB8nH4eM=";
    private static final String OTHER = "K+tP5G0natzHdbEk49zdpJ6LrsvgYfKO+dU0Vf9oGNc=";

    @TempDir private Path folder;
    private DataDirectory data;

    @BeforeEach
    void open() {
        data = DataDirectory.open(folder);
    }

    @AfterEach
    void close() {
        data.close();
    }

    @Test
    void theEmbeddedDefaultMakesOneAndKeepsIt() throws IOException {
        RevealKeys made = RevealKeySource.keys(List.of(), data, true);
        RevealKeys again = RevealKeySource.keys(List.of(), data, true);

        assertThat(made.ids()).hasSize(1).isEqualTo(again.ids());
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("reveal-key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void withADatabaseOfYourOwnNoneIsMade() {
        assertThat(RevealKeySource.keys(List.of(), data, false).all()).isEmpty();
        assertThat(folder.resolve("reveal-key")).doesNotExist();
    }

    @Test
    void theFirstConfiguredSealsAndAllOpen() throws IOException {
        Path file = Files.writeString(folder.resolve("mounted"), OTHER + "\n");

        RevealKeys keys =
                RevealKeySource.keys(
                        List.of(new ConfiguredKey(STRONG, null), new ConfiguredKey(null, file)),
                        data,
                        false);

        assertThat(keys.ids()).hasSize(2).doesNotHaveDuplicates();
        assertThat(keys.current().orElseThrow().id()).isEqualTo(keys.ids().getFirst());
        assertThat(keys.find(keys.ids().getLast())).isPresent();
        assertThat(keys.find("rk-0000000000000000")).isEmpty();
    }

    @Test
    void aWeakOneIsRefusedWithoutBeingShown() {
        assertThatThrownBy(() -> keys(new ConfiguredKey("AAAA", null)))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("keyledger.reveal.keys[0]")
                .hasMessageNotContaining("AAAA");
    }

    @Test
    void oneWithoutKeyAndWithoutFileIsRefusedAndToldHowToMakeOne() {
        assertThatThrownBy(() -> keys(new ConfiguredKey(null, null)))
                .isInstanceOfSatisfying(
                        StartupRefused.class,
                        refused ->
                                assertThat(refused.action()).contains("openssl rand -base64 48"));
    }

    @Test
    void noneIsEverPrinted() {
        assertThat(new RevealProperties(List.of(new ConfiguredKey(STRONG, null))))
                .asString()
                .doesNotContain(STRONG);
        assertThat(keys(new ConfiguredKey(STRONG, null))).asString().doesNotContain(STRONG);
    }

    private RevealKeys keys(ConfiguredKey key) {
        return RevealKeySource.keys(List.of(key), data, false);
    }
}
