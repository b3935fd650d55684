package io.keyledger.server.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One process of the finished jar as the build has unpacked it, on free ports, with its log in a
 * file.
 */
final class RunningServer implements AutoCloseable {

    private static final Path INSTALLED = Path.of(System.getProperty("keyledger.installed", ""));

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Pattern CONTROL = Pattern.compile("Control plane +(http://\\S+)");
    private static final Pattern DATA = Pattern.compile("Data plane +(http://\\S+)");

    private final Process process;
    private final Path folder;
    private final Path log;
    private String controlPlane = "";
    private String dataPlane = "";

    private RunningServer(Process process, Path folder, Path log) {
        this.process = process;
        this.folder = folder;
        this.log = log;
    }

    /** Starts a process whose data is below {@code folder}, and waits until it says it runs. */
    static RunningServer start(Path folder, String... arguments) {
        try {
            Path log = folder.resolve("log-" + System.nanoTime());
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of(System.getProperty("keyledger.installed.jvm", "").split(" ")));
            command.add("-XX:AOTCache=" + INSTALLED.resolve("keyledger.aot"));
            command.addAll(List.of("-jar", INSTALLED.resolve("keyledger-server.jar").toString()));
            command.addAll(
                    List.of(
                            "--server.port=0",
                            "--keyledger.data-plane.port=0",
                            "--keyledger.postgres.binaries-dir="
                                    + INSTALLED.resolve("postgres-binaries"),
                            "--keyledger.sample-hubs="
                                    + System.getProperty("keyledger.sample-hubs"),
                            "--keyledger.data-dir=" + folder.resolve("data")));
            command.addAll(List.of(arguments));
            Process process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            RunningServer server = new RunningServer(process, folder, log);
            server.awaitGreeting();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The control plane's URL, without a slash at the end. */
    String controlPlane() {
        return controlPlane;
    }

    /** The data plane's URL, without a slash at the end. */
    String dataPlane() {
        return dataPlane;
    }

    Path folder() {
        return folder;
    }

    String operatorKey() {
        return read(folder.resolve("data/operator-key")).strip();
    }

    /** What the process has printed. */
    String log() {
        return read(log);
    }

    /** A process that this one has started, by what stands in its command line. */
    ProcessHandle child(String part) {
        return process.descendants()
                .filter(it -> it.info().commandLine().orElse("").contains(part))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no child " + part));
    }

    /** As a hypervisor does to a machine that it moves: nothing runs, and no connection ends. */
    void pause() {
        Signals.pause(process.toHandle());
    }

    void resume() {
        Signals.resume(process.toHandle());
    }

    /** As a power cut does to a process: it notices nothing. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** As a power cut does to a process and its PostgreSQL, which does not write a last word. */
    void killWithDatabase() {
        String pid =
                read(folder.resolve("data/postgres/postmaster.pid"))
                        .lines()
                        .findFirst()
                        .orElseThrow();
        ProcessHandle postgres = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        List<ProcessHandle> all = Stream.concat(Stream.of(postgres), postgres.children()).toList();
        kill();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the server did not stop:\n" + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitGreeting() {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!log().contains("Keyledger is running.") || !found(DATA) || !found(CONTROL)) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                process.destroyForcibly();
                throw new IllegalStateException("the server did not start:\n" + log());
            }
            waitABit();
        }
        controlPlane = first(CONTROL);
        dataPlane = first(DATA);
    }

    private boolean found(Pattern pattern) {
        return pattern.matcher(log()).find();
    }

    private String first(Pattern pattern) {
        Matcher matcher = pattern.matcher(log());
        if (!matcher.find()) {
            throw new IllegalStateException(log());
        }
        return matcher.group(1);
    }

    private static void waitABit() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
