package io.keyledger.server.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands where a hub's gateway stands: asks forward-auth about each request, and says what came of
 * it instead of passing it on.
 */
final class CheckingGateway implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<JsonNode> bodies = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final URI forwardAuth;

    private CheckingGateway(HttpServer server, URI forwardAuth) {
        this.server = server;
        this.forwardAuth = forwardAuth;
    }

    static CheckingGateway before(String dataPlane) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        CheckingGateway gateway =
                new CheckingGateway(server, URI.create(dataPlane + "/v1/forward-auth"));
        server.createContext("/", gateway::handle);
        server.start();
        return gateway;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What accepted requests have sent, as JSON. */
    List<JsonNode> bodies() {
        return bodies;
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        int status = ask(exchange);
        if (status == 200 && body.length > 0) {
            bodies.add(JsonMapper.shared().readTree(body));
        }
        byte[] answer =
                (status == 200 ? "accepted" : "refused " + status)
                        .getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private int ask(HttpExchange exchange) throws IOException {
        HttpRequest question =
                HttpRequest.newBuilder(forwardAuth)
                        .header(
                                "Authorization",
                                String.valueOf(
                                        exchange.getRequestHeaders().getFirst("Authorization")))
                        .header("X-Forwarded-Method", exchange.getRequestMethod())
                        .header("X-Forwarded-Uri", exchange.getRequestURI().toString())
                        .build();
        try {
            HttpResponse<Void> verdict = client.send(question, BodyHandlers.discarding());
            return verdict.statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
