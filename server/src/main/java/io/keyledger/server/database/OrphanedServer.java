package io.keyledger.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that outlived the process which started it, because that was killed. It is stopped and
 * replaced: its port, its settings and its version are those of another day.
 *
 * <p>PostgreSQL's {@code postmaster.pid} names it, but after a crash of the whole machine, or in
 * the next container, that number can be anybody's. So nothing gets a signal that is not a {@code
 * postgres} at work in this very folder.
 */
final class OrphanedServer {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedServer.class);
    private static final String PID_FILE = "postmaster.pid";

    private OrphanedServer() {}

    /** The caller holds the data directory's lock, so whatever is at work in it is an orphan. */
    static void stopIfAny(PostgresPrograms programs, Path cluster) throws IOException {
        Optional<ProcessHandle> process = processNamedIn(cluster.resolve(PID_FILE));
        if (process.isEmpty()) {
            // PostgreSQL itself recognises the file of a process that is gone.
            return;
        }
        if (isServerOf(cluster, process.get())) {
            LOG.warn(
                    "A PostgreSQL (process {}) is left over from a Keyledger that was killed; stopping it",
                    process.get().pid());
            stop(programs, cluster);
        } else {
            LOG.info("Removing {}: its process number now belongs to another program", PID_FILE);
            Files.delete(cluster.resolve(PID_FILE));
        }
    }

    private static Optional<ProcessHandle> processNamedIn(Path pidFile) throws IOException {
        try {
            List<String> lines = Files.readAllLines(pidFile);
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isServerOf(Path cluster, ProcessHandle process) throws IOException {
        Path workingDirectory = Path.of("/proc", Long.toString(process.pid()), "cwd");
        if (Files.exists(workingDirectory)) {
            return Files.isSameFile(workingDirectory, cluster);
        }
        return process.info().command().filter(it -> it.endsWith("/postgres")).isPresent();
    }

    private static void stop(PostgresPrograms programs, Path cluster) throws IOException {
        try {
            EmbeddedCluster.stop(programs, cluster, "fast");
        } catch (PostgresPrograms.ProgramFailed e) {
            LOG.warn(
                    "It did not stop in time; cutting it off, the next start repairs what that leaves",
                    e);
            EmbeddedCluster.stop(programs, cluster, "immediate");
        }
    }
}
