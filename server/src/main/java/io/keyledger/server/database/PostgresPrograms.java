package io.keyledger.server.database;

import com.sun.security.auth.module.UnixSystem;
import io.keyledger.server.startup.StartupRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs PostgreSQL's programs, which refuse to run as root. */
final class PostgresPrograms {

    private static final int ROOT = 0;

    private final Path home;
    private final List<String> prefix;

    /** Takes the folder that holds {@code bin}. */
    PostgresPrograms(Path home) throws IOException {
        this.home = home;
        this.prefix = new UnixSystem().getUid() == ROOT ? asNobodyInParticular() : List.of();
    }

    /**
     * In a user namespace without a mapping root is nobody, while its files on the disk stay
     * root's: that contents PostgreSQL without another user or a change of owner.
     */
    private static List<String> asNobodyInParticular() throws IOException {
        List<String> unshare = List.of("unshare", "--user");
        List<String> trial = new ArrayList<>(unshare);
        trial.add("true");
        if (!succeeds(trial)) {
            throw new StartupRefused(
                    "PostgreSQL does not run as root, and this system lets nobody make a user"
                            + " namespace in which root is not root.",
                    "Start Keyledger as another user, or set spring.datasource.url to a PostgreSQL"
                            + " of your own.");
        }
        return unshare;
    }

    private static boolean succeeds(List<String> command) throws IOException {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return waitFor(process) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Runs a program to its end.
     *
     * @throws ProgramFailed when it ends otherwise than with 0
     */
    void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        byte[] output = process.getInputStream().readAllBytes();
        if (waitFor(process) != 0) {
            throw new ProgramFailed(program, new String(output, StandardCharsets.UTF_8).strip());
        }
    }

    private static int waitFor(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL was at work", e);
        }
    }

    /** A program of PostgreSQL's ended badly. */
    static final class ProgramFailed extends IOException {

        private static final long serialVersionUID = 1L;

        ProgramFailed(String program, String output) {
            super(program + " failed: " + output);
        }
    }
}
