package io.keyledger.server.system;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;

/** What a gateway protects: answers everything with 200 and remembers what has reached it. */
final class TinyApi implements AutoCloseable {

    private final HttpServer server;
    private final Deque<Reached> reached = new ConcurrentLinkedDeque<>();

    private TinyApi(HttpServer server) {
        this.server = server;
    }

    static TinyApi start() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        TinyApi api = new TinyApi(server);
        server.createContext("/", api::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return api;
    }

    int port() {
        return server.getAddress().getPort();
    }

    int count() {
        return reached.size();
    }

    Reached last() {
        return reached.getLast();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        reached.add(
                new Reached(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        exchange.getRequestHeaders(),
                        body));
        byte[] answer = "{\"api\":true}".getBytes(StandardCharsets.US_ASCII);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(200, head ? -1 : answer.length);
        if (!head) {
            exchange.getResponseBody().write(answer);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** A request as the API has seen it. */
    record Reached(String method, String uri, Headers headers, String body) {

        /** Every value of a field; none when it is not there. */
        List<String> all(String name) {
            return headers.getOrDefault(name, List.of());
        }
    }
}
