package io.keyledger.server.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The connection between a gateway and the data plane, which can fail in many ways. */
final class Wire implements AutoCloseable {

    /** How it fails. */
    enum Fault {
        /** It does not. */
        NONE(null),
        /** Nobody listens. */
        DOWN(null),
        /** Connections are accepted and closed. */
        CUT(""),
        /** The question is taken, and never answered. */
        SILENT(null),
        HALF_AN_ANSWER("HTTP/1.1 200 OK\r\nX-Keyledger-Creden"),
        NO_HTTP("220 mail.example.com ESMTP\r\n\r\n"),
        ERROR_500("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n"),
        BAD_GATEWAY("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"),
        /** Somebody else listens there. */
        A_STRANGER("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"),
        REDIRECT("HTTP/1.1 302 Found\r\nLocation: /in\r\nContent-Length: 0\r\n\r\n");

        private final @Nullable String answer;

        Fault(@Nullable String answer) {
            this.answer = answer;
        }
    }

    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 32_000;

    private final URI target;
    private final int port;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private volatile Fault fault = Fault.NONE;
    private volatile String lastQuestion = "";
    private volatile ServerSocket listening;

    private Wire(URI target, ServerSocket listening) {
        this.target = target;
        this.listening = listening;
        this.port = listening.getLocalPort();
    }

    static Wire to(String url) throws IOException {
        Wire wire = new Wire(URI.create(url), anywhere());
        wire.listen();
        return wire;
    }

    /**
     * Not at a port that the system gives to those who connect: while nobody listens, one who tries
     * to could be given this very port, and keep it.
     */
    private static ServerSocket anywhere() throws IOException {
        BindException taken = new BindException();
        for (int attempt = 0; attempt < 100; attempt++) {
            try {
                return at(ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT));
            } catch (BindException e) {
                taken = e;
            }
        }
        throw taken;
    }

    /** A socket that is closed is not gone before the thread that waits at it has woken up. */
    private ServerSocket again() {
        return Awaitility.await()
                .ignoreExceptionsInstanceOf(BindException.class)
                .until(() -> at(port), Objects::nonNull);
    }

    private static ServerSocket at(int port) throws IOException {
        return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    }

    int port() {
        return port;
    }

    /** The fields of the last question that went over it, a line each. */
    List<String> lastQuestion() {
        return lastQuestion.lines().skip(1).toList();
    }

    /** From now on, for connections that are open as well. */
    void fails(Fault how) throws IOException {
        fault = how;
        for (Socket socket = open.poll(); socket != null; socket = open.poll()) {
            socket.close();
        }
        if (how == Fault.DOWN) {
            listening.close();
        } else if (listening.isClosed()) {
            listening = again();
            listen();
        }
    }

    private void listen() {
        ServerSocket mine = listening;
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        while (true) {
                            Socket accepted = mine.accept();
                            open.add(accepted);
                            Thread.ofVirtual().start(() -> serve(accepted));
                        }
                    } catch (IOException closed) {
                        // The end of listening.
                    }
                });
    }

    private void serve(Socket client) {
        Fault how = fault;
        try {
            if (how == Fault.NONE) {
                join(client);
            } else if (how.answer != null) {
                answer(client, how.answer);
            }
        } catch (IOException broken) {
            // Either side has gone.
        }
    }

    private static void answer(Socket client, String answer) throws IOException {
        try (client) {
            if (client.getInputStream().read(new byte[16_384]) >= 0) {
                client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private void join(Socket client) throws IOException {
        Socket server = new Socket(target.getHost(), target.getPort());
        open.add(server);
        Thread.ofVirtual().start(() -> copy(server, client, _ -> {}));
        copy(client, server, question -> lastQuestion = question);
    }

    private static void copy(Socket from, Socket to, Consumer<String> reader) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8_192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                reader.accept(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException broken) {
            // The other direction ends as well.
        }
    }

    @Override
    public void close() throws IOException {
        fails(Fault.DOWN);
    }
}
