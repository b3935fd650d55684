package io.keyledger.server.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real gateway, run by the configuration that this project ships. */
final class Gateway implements AutoCloseable {

    /** Each kind, and how its configuration is run. */
    enum Kind {
        NGINX("nginx/keyledger.conf", "nginx") {
            @Override
            String adapted(String shipped, int port, int keyledger, int api, String hub) {
                return replaced(shipped, "listen 8080;", "listen 127.0.0.1:%d;".formatted(port))
                        .transform(it ->
                                replaced(
                                        it,
                                        "server keyledger:8081",
                                        "server 127.0.0.1:" + keyledger))
                        .transform(it -> replaced(it, "server api:8080", "server 127.0.0.1:" + api))
                        .transform(it -> replaced(it, "hub=hubnity", "hub=" + hub));
            }

            @Override
            List<String> command(Path folder, Path configuration) throws IOException {
                Path main =
                        Files.writeString(
                                folder.resolve("nginx.conf"),
                                """
                                daemon off;
                                user %3$s;
                                worker_processes 1;
                                error_log stderr;
                                pid %1$s/pid;
                                events { }
                                http {
                                    access_log off;
                                    client_body_temp_path %1$s;
                                    proxy_temp_path %1$s;
                                    fastcgi_temp_path %1$s;
                                    uwsgi_temp_path %1$s;
                                    scgi_temp_path %1$s;
                                    include %2$s;
                                }
                                """
                                        .formatted(
                                                folder,
                                                configuration,
                                                System.getProperty("user.name")));
                return List.of(program(), "-p", folder.toString(), "-c", main.toString());
            }
        },
        CADDY("caddy/Caddyfile", "caddy") {
            @Override
            String adapted(String shipped, int port, int keyledger, int api, String hub) {
                return replaced(
                                shipped,
                                ":8080 {",
                                "http://:%d {\n\tbind 127.0.0.1".formatted(port))
                        .transform(it -> replaced(it, "keyledger:8081", "127.0.0.1:" + keyledger))
                        .transform(it -> replaced(it, "api:8080", "127.0.0.1:" + api))
                        .transform(it -> replaced(it, "hub=hubnity", "hub=" + hub));
            }

            @Override
            List<String> command(Path folder, Path configuration) {
                return List.of(
                        program(),
                        "run",
                        "--adapter",
                        "caddyfile",
                        "--config",
                        configuration.toString());
            }
        };

        private final String file;
        private final String program;

        Kind(String file, String program) {
            this.file = file;
            this.program = program;
        }

        abstract String adapted(String shipped, int port, int keyledger, int api, String hub);

        abstract List<String> command(Path folder, Path configuration) throws IOException;

        /** Null when it is not installed. */
        @Nullable Path installed() {
            return Stream.of(System.getenv("PATH").concat(":/usr/sbin:/sbin").split(":", -1))
                    .map(place -> Path.of(place, program))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElse(null);
        }

        /** What is said where it is not. */
        String missing() {
            return "%1$s is not installed, and this runs a real one: apt-get install %1$s"
                    .formatted(program);
        }

        String program() {
            Path installed = installed();
            if (installed == null) {
                throw new IllegalStateException(missing());
            }
            return installed.toString();
        }

        /** The configuration that is shipped. */
        String shipped() throws IOException {
            return Files.readString(Path.of("..", "gateways", file));
        }

        private static String replaced(String text, String old, String with) {
            if (!text.contains(old)) {
                throw new IllegalStateException("the configuration has no “" + old + "”");
            }
            return text.replace(old, with);
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final Path log;
    private final int port;

    private Gateway(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    static Gateway start(Kind kind, Path parent, int keyledger, int api, String hub)
            throws IOException {
        Path folder =
                Files.createDirectories(
                        parent.resolve(kind.name().toLowerCase(Locale.ROOT) + "-" + hub));
        int port = freePort();
        Path configuration =
                Files.writeString(
                        folder.resolve("gateway.conf"),
                        kind.adapted(kind.shipped(), port, keyledger, api, hub));
        Path log = folder.resolve("log");
        ProcessBuilder builder =
                new ProcessBuilder(kind.command(folder, configuration))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().put("HOME", folder.toString());
        Gateway gateway = new Gateway(builder.start(), log, port);
        gateway.awaitListening();
        return gateway;
    }

    /** Sends lines as they are, and reads until the gateway closes. */
    Answer send(String body, String... lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            String head = String.join("\r\n", lines) + "\r\n\r\n";
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return Answer.of(read(socket.getInputStream()));
        }
    }

    /** A request of HTTP/1.1 with the usual fields. */
    Answer request(String method, String target, String body, String... fields) throws IOException {
        String[] lines = new String[fields.length + 4];
        lines[0] = method + " " + target + " HTTP/1.1";
        lines[1] = "Host: api.example.com";
        lines[2] = "Connection: close";
        lines[3] = "Content-Length: " + body.length();
        System.arraycopy(fields, 0, lines, 4, fields.length);
        return send(body, lines);
    }

    private static byte[] read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        in.transferTo(all);
        return all.toByteArray();
    }

    private void awaitListening() throws IOException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                    process.destroy();
                    throw new IllegalStateException(
                            "the gateway did not start:\n" + Files.readString(log), notYet);
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the client gets, as it stands on the wire. */
    record Answer(int status, String head, String body) {

        static Answer of(byte[] bytes) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            int end = text.indexOf("\r\n\r\n");
            if (end < 0) {
                throw new IllegalStateException("no answer: " + text);
            }
            return new Answer(
                    Integer.parseInt(text.substring(9, 12)),
                    text.substring(0, end),
                    text.substring(end + 4));
        }

        /** Every value of a field; none when it is not there. */
        List<String> all(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .toList();
        }
    }
}
