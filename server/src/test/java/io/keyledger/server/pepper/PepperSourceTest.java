package io.keyledger.server.pepper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.api.token.Pepper;
import io.keyledger.api.token.Peppers;
import io.keyledger.server.datadirectory.DataDirectory;
import io.keyledger.server.pepper.PepperProperties.ConfiguredPepper;
import io.keyledger.server.startup.StartupRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PepperSourceTest {

    private static final String STRONG = "WTdoA8xV0WQ4y3Jz0fZl9m1qk5uP7cR2sT6vB8nH4eM=";

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
        Peppers made = PepperSource.peppers(List.of(), data, true);
        Peppers again = PepperSource.peppers(List.of(), data, true);

        assertThat(made.current().key().getEncoded()).hasSize(48);
        assertThat(again.current().key()).isEqualTo(made.current().key());
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("pepper"))))
                .isEqualTo("rw-------");
    }

    @Test
    void anExternalDatabaseWithoutOneIsRefusedAndToldHowToMakeOne() {
        assertThatThrownBy(() -> PepperSource.peppers(List.of(), data, false))
                .isInstanceOfSatisfying(
                        StartupRefused.class,
                        refused ->
                                assertThat(refused.action()).contains("openssl rand -base64 48"));
        assertThat(folder.resolve("pepper")).doesNotExist();
    }

    @Test
    void theFirstConfiguredIsCurrentAndAllAreKnown() {
        Peppers peppers =
                PepperSource.peppers(
                        List.of(
                                pepper("p2", STRONG),
                                pepper("p1", Base64.getEncoder().encodeToString(counting(48)))),
                        data,
                        false);

        assertThat(peppers.current().id()).isEqualTo("p2");
        assertThat(peppers.all()).extracting(Pepper::id).containsExactly("p2", "p1");
    }

    @Test
    void aFileMayHoldIt() throws IOException {
        Path file = Files.writeString(folder.resolve("mounted"), STRONG + "\n");

        Peppers peppers =
                PepperSource.peppers(List.of(new ConfiguredPepper("p1", null, file)), data, false);

        assertThat(peppers.current().key().getEncoded())
                .isEqualTo(Base64.getDecoder().decode(STRONG));
    }

    @ParameterizedTest
    @CsvSource({
        // 31 bytes
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHg==, fewer than 32",
        // 32 equal bytes
        "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=, not random",
        // changemechangemechangemechangeme
        "Y2hhbmdlbWVjaGFuZ2VtZWNoYW5nZW1lY2hhbmdlbWU=, not random",
        "not-base64!, not base64"
    })
    void aWeakOneIsRefusedWithoutBeingShown(String key, String reason) {
        assertThatThrownBy(() -> PepperSource.peppers(List.of(pepper("p1", key)), data, false))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining(key)
                .hasNoCause();
    }

    @Test
    void anAlteredFileOfTheDataDirectoryIsRefusedAsWell() {
        data.write("pepper", "AAAA");

        assertThatThrownBy(() -> PepperSource.peppers(List.of(), data, true))
                .isInstanceOf(StartupRefused.class);
    }

    @Test
    void twoUnderOneIdAreRefused() {
        assertThatThrownBy(() ->
                        PepperSource.peppers(
                                List.of(pepper("p1", STRONG), pepper("p1", STRONG)), data, false))
                .isInstanceOf(StartupRefused.class);
    }

    @Test
    void oneWithoutKeyAndWithoutFileIsRefused() {
        assertThatThrownBy(() -> PepperSource.peppers(List.of(pepper("p1", null)), data, false))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("either a key or a file");
    }

    @Test
    void noneIsEverPrinted() {
        assertThat(pepper("p1", STRONG)).asString().doesNotContain(STRONG);
        assertThat(new PepperProperties(List.of(pepper("p1", STRONG)), Set.of()))
                .asString()
                .doesNotContain(STRONG);
    }

    private static ConfiguredPepper pepper(String id, @Nullable String key) {
        return new ConfiguredPepper(id, key, null);
    }

    private static byte[] counting(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
