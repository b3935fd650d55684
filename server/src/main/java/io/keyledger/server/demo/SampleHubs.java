package io.keyledger.server.demo;

import io.keyledger.server.bootstrap.BootstrapOrder;
import io.keyledger.server.database.GuestDatabase;
import io.keyledger.server.database.GuestDatabases;
import io.keyledger.server.datadirectory.DataDirectory;
import io.keyledger.server.dataplane.DataPlane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;

/**
 * Runs the sample APIs in a process of their own, with a database of their own: they are what a
 * SaaS's own services would be, and share nothing with Keyledger but its data plane.
 */
final class SampleHubs implements ApplicationRunner, Ordered, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SampleHubs.class);
    private static final String DATABASE = "sample_hubs";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int PAUSE_MILLIS = 50;
    private static final int GRACE_SECONDS = 10;

    private final Path jar;
    private final String mode;
    private final GuestDatabases databases;
    private final ServiceKey key;
    private final DataPlane dataPlane;
    private final DataDirectory directory;

    private @Nullable Process process;
    private volatile @Nullable URI address;

    SampleHubs(
            Path jar,
            String mode,
            GuestDatabases databases,
            ServiceKey key,
            DataPlane dataPlane,
            DataDirectory directory) {
        this.jar = jar;
        this.mode = mode;
        this.databases = databases;
        this.key = key;
        this.dataPlane = dataPlane;
        this.directory = directory;
    }

    /** Where they are; null while they are not. */
    @Nullable URI address() {
        return address;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException, InterruptedException {
        Optional<GuestDatabase> database = databases.furnish(DATABASE);
        if (!Files.isRegularFile(jar) || database.isEmpty()) {
            log.warn(
                    "The demo goes without the sample APIs: they need {} and the embedded PostgreSQL",
                    jar);
            return;
        }
        int port = freePort();
        Process started = start(database.get(), port);
        process = started;
        await(started, port);
    }

    private Process start(GuestDatabase database, int port) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx192m",
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                jar.toString()));
        builder.environment().putAll(settings(database, port));
        return builder.directory(directory.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("sample-hubs.log").toFile())
                .start();
    }

    /** In the environment, which other users of the machine cannot read. */
    private Map<String, String> settings(GuestDatabase database, int port) {
        return Map.of(
                "SERVER_PORT", Integer.toString(port),
                "SAMPLES_ENDWITHPARENT", "true",
                "KEYLEDGER_RESOURCESERVER_MODE", mode,
                "SPRING_DATASOURCE_URL", database.url(),
                "SPRING_DATASOURCE_USERNAME", Objects.requireNonNull(database.username()),
                "SPRING_DATASOURCE_PASSWORD", Objects.requireNonNull(database.password()),
                "KEYLEDGER_RESOURCESERVER_URL", "http://127.0.0.1:" + dataPlane.port(),
                "KEYLEDGER_RESOURCESERVER_KEYFILE", key.file().toString());
    }

    private void await(Process started, int port) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (started.isAlive() && System.nanoTime() - deadline < 0) {
            if (isListening(port)) {
                address = URI.create("http://127.0.0.1:" + port);
                return;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        log.warn("The sample APIs did not start; see {}", directory.resolve("sample-hubs.log"));
    }

    private static boolean isListening(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        address = null;
        Process running = process;
        if (running != null) {
            running.destroy();
            if (!running.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                var _ = running.destroyForcibly();
            }
        }
    }

    /** Behind the keys and the profiles, before the greeting that invites to call. */
    @Override
    public int getOrder() {
        return BootstrapOrder.DEMO + 1;
    }
}
