package io.keyledger.server.dataplane;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that sends what it is told, byte for byte, and reads answers strictly. */
final class HttpSocket implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final InputStream in;

    HttpSocket(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** An answer; the names of its fields in lower case. */
    record Response(int status, Map<String, List<String>> fields, String body) {

        @Nullable String field(String name) {
            List<String> values = fields.get(name.toLowerCase(Locale.ROOT));
            return values == null ? null : String.join(" | ", values);
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        String code() {
            return json().path("code").asString("");
        }
    }

    /** Sends a request without a body. */
    void send(String... lines) throws IOException {
        sendRaw(String.join("\r\n", lines) + "\r\n\r\n");
    }

    void sendRaw(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    Response receive() throws IOException {
        return receive(true);
    }

    /**
     * @param body whether one follows; the answer to HEAD has none
     */
    Response receive(boolean body) throws IOException {
        String statusLine = line();
        if (!statusLine.matches("HTTP/1\\.1 \\d{3} [ -~]+")) {
            throw new IOException("no status line: " + statusLine);
        }
        Map<String, List<String>> fields = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(": ");
            if (colon <= 0) {
                throw new IOException("no field: " + line);
            }
            fields.computeIfAbsent(
                            line.substring(0, colon).toLowerCase(Locale.ROOT),
                            _ -> new ArrayList<>())
                    .add(line.substring(colon + 2));
        }
        int status = Integer.parseInt(statusLine.substring(9, 12));
        if (status == 100) {
            return new Response(status, fields, "");
        }
        int length =
                Integer.parseInt(fields.getOrDefault("content-length", List.of("-1")).getFirst());
        byte[] bytes = body ? in.readNBytes(length) : new byte[0];
        return new Response(status, fields, new String(bytes, StandardCharsets.UTF_8));
    }

    /** Whether the server has ended the connection and sent nothing more. */
    boolean isEnded() throws IOException {
        return in.read() < 0;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("ended after: " + line.toString(StandardCharsets.UTF_8));
            }
            line.write(b);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        if (!text.endsWith("\r")) {
            throw new IOException("a lone line feed after: " + text);
        }
        return text.substring(0, text.length() - 1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
