package io.keyledger.server.database;

import io.keyledger.server.datadirectory.DataDirectory;
import io.keyledger.server.startup.StartupRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL below the data directory: durable, reachable over the loopback interface only and by
 * password only.
 */
final class EmbeddedCluster {

    /** PostgreSQL's own administrator; its password lies in the data directory. */
    static final String SUPERUSER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedCluster.class);
    private static final String FOLDER = "postgres";
    private static final String MAJOR_VERSION = "18";
    private static final int ATTEMPTS_AT_A_FREE_PORT = 3;
    private static final int STOP_SECONDS = 60;

    /** Given on the command line, where no edited postgresql.conf can turn them off. */
    private static final List<String> NOT_NEGOTIABLE =
            List.of(
                    "fsync=on",
                    "synchronous_commit=on",
                    "full_page_writes=on",
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=");

    private final DataDirectory data;
    private final PostgresPrograms programs;
    private final Path folder;
    private final Path log;

    private EmbeddedCluster(DataDirectory data, PostgresPrograms programs) {
        this.data = data;
        this.programs = programs;
        this.folder = data.resolve(FOLDER);
        this.log = data.resolve("postgres.log");
    }

    /**
     * Makes the cluster when there is none, and frees it from a server that a dead process left.
     */
    static EmbeddedCluster prepare(DataDirectory data, Path binariesCache) throws IOException {
        PostgresPrograms programs =
                new PostgresPrograms(PostgresBinaries.unpackInto(binariesCache));
        EmbeddedCluster cluster = new EmbeddedCluster(data, programs);
        if (Files.isDirectory(cluster.folder)) {
            cluster.requireOurVersion();
            OrphanedServer.stopIfAny(programs, cluster.folder);
        } else {
            LOG.info("Creating the database in {} (first start)", cluster.folder);
            NewCluster.make(cluster.folder, data, programs);
        }
        return cluster;
    }

    private void requireOurVersion() throws IOException {
        String version = Files.readString(folder.resolve("PG_VERSION")).strip();
        if (!version.equals(MAJOR_VERSION)) {
            throw new StartupRefused(
                    "%s was made by PostgreSQL %s; this Keyledger brings PostgreSQL %s."
                            .formatted(folder, version, MAJOR_VERSION),
                    "Start the Keyledger that made it, export with pg_dump, and import the dump into"
                            + " an empty data directory of this one.");
        }
    }

    /** The administrator's password. */
    String password() {
        Path file = data.resolve(NewCluster.PASSWORD_FILE);
        return data.read(NewCluster.PASSWORD_FILE)
                .orElseThrow(() ->
                        new StartupRefused(
                                "%s is missing; without it nobody gets into the database in %s."
                                        .formatted(file, folder),
                                "Restore it from your backup of the data directory."))
                .strip();
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @return its port on the loopback interface
     */
    int start(EmbeddedPostgresProperties properties) throws IOException {
        boolean anyPort = properties.port() == 0;
        for (int attempt = 1; ; attempt++) {
            int port = anyPort ? freePort() : properties.port();
            try {
                start(port, properties.startTimeout().toSeconds());
                LOG.info(
                        "PostgreSQL {} is on 127.0.0.1:{}, data in {}",
                        MAJOR_VERSION,
                        port,
                        folder);
                return port;
            } catch (PostgresPrograms.ProgramFailed e) {
                String words = Files.exists(log) ? Files.readString(log) : "";
                boolean portTaken = words.contains("could not create any TCP/IP sockets");
                if (!portTaken) {
                    throw doesNotStart(words, e);
                }
                if (!anyPort || attempt == ATTEMPTS_AT_A_FREE_PORT) {
                    throw portTaken(port, e);
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void start(int port, long seconds) throws IOException {
        keepOneOldLog();
        String settings =
                NOT_NEGOTIABLE.stream().map(it -> " -c " + it).collect(Collectors.joining());
        programs.run(
                "pg_ctl",
                "start",
                "--wait",
                "--timeout=" + seconds,
                "--pgdata=" + folder,
                "--log=" + log,
                "--options=-p " + port + settings);
    }

    private void keepOneOldLog() throws IOException {
        if (Files.exists(log)) {
            Files.move(log, data.resolve("postgres.log.old"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static StartupRefused portTaken(int port, IOException cause) {
        return new StartupRefused(
                "The embedded PostgreSQL cannot listen on 127.0.0.1:" + port + ".",
                "Stop what listens there, or leave keyledger.postgres.port at 0.",
                cause);
    }

    private StartupRefused doesNotStart(String words, IOException cause) {
        return new StartupRefused(
                "The embedded PostgreSQL does not start:\n" + words,
                "It keeps its data in %s and its log in %s.".formatted(folder, log),
                cause);
    }

    /** Ends every connection, writes everything out, and stops the server. */
    void stop() {
        try {
            stop(programs, folder, "fast");
            LOG.info("PostgreSQL stopped");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void stop(PostgresPrograms programs, Path folder, String mode) throws IOException {
        programs.run(
                "pg_ctl",
                "stop",
                "--wait",
                "--timeout=" + STOP_SECONDS,
                "--mode=" + mode,
                "--pgdata=" + folder);
    }
}
