package io.keyledger.server.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * What a shell said when the shell blocks of a document were pasted into it.
 *
 * @param said standard output and errors
 */
record Pasted(String said, int exit) {

    /**
     * Pastes a part of a document, in the folder where a server was started.
     *
     * @param document below the root of the project
     * @param from the heading of the part
     * @param until the heading after it
     */
    static Pasted into(RunningServer server, String document, String from, String until)
            throws IOException {
        String text = Files.readString(Path.of("..", document));
        String part = text.substring(text.indexOf(from), text.indexOf(until));
        return run(
                server.folder(),
                blocks(part)
                        .replace("http://127.0.0.1:8080", server.controlPlane())
                        .replace("http://127.0.0.1:8081", server.dataPlane()));
    }

    private static String blocks(String part) {
        StringBuilder script = new StringBuilder();
        String[] parts = part.split("```", -1);
        for (int i = 1; i < parts.length; i += 2) {
            script.append(parts[i].substring("sh\n".length()));
        }
        return script.toString();
    }

    private static Pasted run(Path folder, String script) throws IOException {
        Path transcript = Files.createTempFile(folder, "pasted", ".txt");
        Process bash =
                new ProcessBuilder("bash", "-e", "-c", script)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(transcript.toFile())
                        .start();
        try {
            if (!bash.waitFor(2, TimeUnit.MINUTES)) {
                bash.destroyForcibly();
                throw new IOException("the shell did not end: " + Files.readString(transcript));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return new Pasted(Files.readString(transcript), bash.exitValue());
    }
}
