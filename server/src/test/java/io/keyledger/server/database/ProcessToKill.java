package io.keyledger.server.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** Another JVM that runs the embedded default on a folder, for tests that kill it. */
final class ProcessToKill implements AutoCloseable {

    private static final String READY = "ready";

    private final Process process;

    private ProcessToKill(Process process) {
        this.process = process;
    }

    /** Starts it, and returns when its database holds an entry of the ledger. */
    static ProcessToKill on(Path folder) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                folder.toString())
                        .redirectErrorStream(true)
                        .start();
        StringBuilder words = new StringBuilder();
        // Not closed: the pipe must stay open as long as the process prints.
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); !READY.equals(line); line = output.readLine()) {
            if (line == null) {
                throw new IllegalStateException("the process ended: " + words);
            }
            words.append(line).append('\n');
        }
        return new ProcessToKill(process);
    }

    long pid() {
        return process.pid();
    }

    /** As {@code kill -9} does; returns when it is gone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    /** What the other JVM runs. */
    static final class Main {

        private Main() {}

        public static void main(String[] arguments) throws Exception {
            EmbeddedServer server = EmbeddedServer.start(Path.of(arguments[0]));
            EmbeddedServer.execute(server.database().runtime(), EmbeddedRestartTest.APPEND);
            System.out.println(READY);
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
