package io.keyledger.benchmarks.tokens;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One connection to a token endpoint, opened anew when the server ends it: plain HTTP/1.1, which
 * costs the load little.
 */
final class TokenConnection implements AutoCloseable {

    private static final Pattern REFRESH_TOKEN =
            Pattern.compile("\"refresh_token\" *: *\"([^\"]+)\"");

    private final Seed seed;
    private Socket socket;
    private InputStream input;

    TokenConnection(Seed seed) throws IOException {
        this.seed = seed;
        this.socket = open();
        this.input = new BufferedInputStream(socket.getInputStream());
    }

    private Socket open() throws IOException {
        Socket opened = new Socket(InetAddress.getLoopbackAddress(), seed.port());
        opened.setTcpNoDelay(true);
        opened.setSoTimeout(30_000);
        return opened;
    }

    private void reopen() throws IOException {
        socket.close();
        socket = open();
        input = new BufferedInputStream(socket.getInputStream());
    }

    /** The answer's body. */
    String exchange(Map<String, String> form) throws IOException {
        String body =
                form.entrySet().stream()
                        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                        .collect(Collectors.joining("&", "", "&" + seed.credentials()));
        String head =
                "POST %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Length: %d\r\n"
                                .formatted(seed.path(), seed.port(), body.length())
                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\n";
        socket.getOutputStream().write((head + body).getBytes(ISO_8859_1));
        return answer();
    }

    /** The refresh token in an answer. */
    String refreshTokenOf(String answer) throws IOException {
        Matcher found = REFRESH_TOKEN.matcher(answer);
        if (!found.find()) {
            throw new IOException("no refresh token in " + answer);
        }
        return found.group(1);
    }

    private String answer() throws IOException {
        String status = line();
        int length = -1;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            last |= lower.startsWith("connection:") && lower.endsWith("close");
        }
        String body = length >= 0 ? bytes(length) : chunks();
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status + " " + body);
        }
        if (last) {
            reopen();
        }
        return body;
    }

    private String chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        for (int length = chunk(); length > 0; length = chunk()) {
            body.append(bytes(length));
            line();
        }
        line();
        return body.toString();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String bytes(int length) throws IOException {
        return new String(input.readNBytes(length), UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = input.read(); c != '\n'; c = input.read()) {
            if (c < 0) {
                throw new EOFException("the server has closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
