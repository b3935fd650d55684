package io.keyledger.server.datadirectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.server.startup.StartupRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir private Path parent;

    @Test
    void isMadeForItsOwnerAlone() throws IOException {
        try (DataDirectory data = DataDirectory.open(parent.resolve("a/b"))) {
            assertThat(permissions(data.path())).isEqualTo("rwx------");
        }
    }

    @Test
    void oneThatOthersCouldReadIsClosedToThem() throws IOException {
        Path open = Files.createDirectory(parent.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));

        DataDirectory.open(open).close();

        assertThat(permissions(open)).isEqualTo("rwx------");
    }

    @Test
    void whatIsWrittenIsForItsOwnerAloneAndReplacesTheOldWhole() throws IOException {
        try (DataDirectory data = DataDirectory.open(parent)) {
            data.write("secret", "old, and longer");
            data.write("secret", "new");

            assertThat(data.read("secret")).contains("new");
            assertThat(permissions(data.resolve("secret"))).isEqualTo("rw-------");
            try (Stream<Path> files = Files.list(parent)) {
                assertThat(files)
                        .map(it -> it.getFileName().toString())
                        .containsExactlyInAnyOrder("lock", "secret");
            }
        }
    }

    @Test
    void aFileThatIsNotThereIsNoError() {
        try (DataDirectory data = DataDirectory.open(parent)) {
            assertThat(data.read("absent")).isEmpty();
        }
    }

    @Test
    void isHeldUntilItIsClosed() {
        try (DataDirectory first = DataDirectory.open(parent)) {
            assertThatThrownBy(() -> DataDirectory.open(parent).close())
                    .isInstanceOf(StartupRefused.class)
                    .hasMessageContaining(first.path().toString());
        }
        DataDirectory.open(parent).close();
    }

    @Test
    void aFileInItsPlaceIsRefusedInWords() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.open(file).close())
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("cannot be used");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
