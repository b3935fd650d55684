package io.keyledger.server.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** A process of Node.js that runs one of the clients of npm. It ends when its input does. */
record NodeApp(Process process, String url) implements ThirdPartyApp {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    static NodeApp start(Path script, String settings) throws IOException, InterruptedException {
        Path log = Files.createTempFile(script.getParent(), "log", ".txt");
        ProcessBuilder command =
                new ProcessBuilder("node", script.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        command.environment().put("SETTINGS", settings);
        Process process = command.start();
        return new NodeApp(process, greeting(process, log));
    }

    private static String greeting(Process process, Path log)
            throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!Files.readString(log).endsWith("\n")) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                process.destroyForcibly();
                throw new AssertionError("the app did not start: " + Files.readString(log));
            }
            Thread.sleep(50);
        }
        return Files.readString(log).strip();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
