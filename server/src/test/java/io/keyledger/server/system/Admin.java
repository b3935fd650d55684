package io.keyledger.server.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks to a server over HTTP as an admin and as a client, and remembers each secret it is given.
 */
final class Admin {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    static final JsonMapper JSON = JsonMapper.shared();

    private final RunningServer server;
    private final String key;
    private final Queue<String> secrets = new ConcurrentLinkedQueue<>();

    Admin(RunningServer server) {
        this(server, server.operatorKey());
    }

    private Admin(RunningServer server, String key) {
        this.server = server;
        this.key = key;
    }

    /** Somebody with another key. */
    Admin as(String otherKey) {
        return new Admin(server, otherKey);
    }

    /** Every secret that this admin was given. */
    Queue<String> secrets() {
        return secrets;
    }

    String workspace(String plan) throws IOException {
        return json(post("/admin/v1/hubs/hubnity/workspaces", body("Acme", plan)))
                .get("id")
                .stringValue();
    }

    private static String body(String name, String plan) {
        return "{\"name\":\"%s\",\"plan\":\"%s\"}".formatted(name, plan);
    }

    /** The workspace of those who administer Keyledger. */
    String operators() throws IOException {
        return json(get("/admin/v1/hubs/keyledger/workspaces")).at("/items/0/id").stringValue();
    }

    /** The secret of a new key of the control plane. */
    String operatorsKey(String scope) throws IOException {
        return remembered(
                json(
                        post(
                                "/admin/v1/workspaces/" + operators() + "/keys",
                                "{\"name\":\"%s\",\"scopes\":[\"%s\"]}".formatted(scope, scope))));
    }

    /** A key that may read members. */
    IssuedKey key(String workspace) throws IOException {
        JsonNode issued =
                json(
                        post(
                                "/admin/v1/workspaces/" + workspace + "/keys",
                                "{\"name\":\"Reporting sync\",\"scopes\":[\"read:members\"]}"));
        return new IssuedKey(issued.get("id").stringValue(), remembered(issued));
    }

    /** The new secret. */
    String rotate(IssuedKey key) throws IOException {
        return remembered(json(post("/admin/v1/keys/" + key.id() + "/rotate", "{}")));
    }

    HttpResponse<String> revoke(IssuedKey key) throws IOException {
        return post("/admin/v1/keys/" + key.id() + "/revoke", "{\"reason\":\"test\"}");
    }

    /** The verdict's code about a secret of Hubnity. */
    String verify(String secret) throws IOException {
        return verify("hubnity", secret);
    }

    /** The verdict's code. */
    String verify(String hub, String secret) throws IOException {
        return verdict("{\"token\":\"%s\",\"hub\":\"%s\",\"cost\":0}".formatted(secret, hub))
                .get("code")
                .stringValue();
    }

    HttpResponse<String> post(String path, String body, String... headers) throws IOException {
        HttpRequest.Builder request =
                request(server.controlPlane() + path).POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** With a body of another type than JSON. */
    HttpResponse<String> postAs(String type, String path, String body, String... headers)
            throws IOException {
        HttpRequest.Builder request =
                request(server.controlPlane() + path)
                        .setHeader("Content-Type", type)
                        .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    HttpResponse<String> patch(String path, String body, String... headers) throws IOException {
        HttpRequest.Builder request =
                request(server.controlPlane() + path)
                        .method("PATCH", BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    HttpResponse<String> put(String path, String body, String... headers) throws IOException {
        HttpRequest.Builder request =
                request(server.controlPlane() + path).PUT(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    HttpResponse<String> call(String method, String path, String body) throws IOException {
        return send(
                request(server.controlPlane() + path)
                        .method(method, BodyPublishers.ofString(body)));
    }

    /** With a body of bytes. */
    HttpResponse<String> putAs(String type, String path, byte[] body) throws IOException {
        return send(
                request(server.controlPlane() + path)
                        .setHeader("Content-Type", type)
                        .PUT(BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> delete(String path) throws IOException {
        return send(request(server.controlPlane() + path).DELETE());
    }

    /** As somebody else than the operator. */
    HttpResponse<String> as(String secret, String method, String path, String body)
            throws IOException {
        return send(
                request(server.controlPlane() + path)
                        .setHeader("Authorization", "Bearer " + secret)
                        .method(method, BodyPublishers.ofString(body)));
    }

    /** The whole verdict. */
    JsonNode verdict(String question) throws IOException {
        return json(asked(question));
    }

    /** The answer to the question for a verdict about a secret, whatever it is. */
    HttpResponse<String> asked(String question) throws IOException {
        return ask("/v1/verify", question);
    }

    /** The answer of another endpoint of the data plane. */
    HttpResponse<String> ask(String path, String body) throws IOException {
        return send(request(server.dataPlane() + path).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> get(String path) throws IOException {
        return send(request(server.controlPlane() + path).GET());
    }

    /** With an answer of another type than JSON. */
    HttpResponse<String> accepting(String type, String path) throws IOException {
        return send(request(server.controlPlane() + path).header("Accept", type).GET());
    }

    /** As a client of Hubnity's API. */
    HttpResponse<String> call(String path, String secret) throws IOException {
        return send(
                HttpRequest.newBuilder(URI.create(server.controlPlane() + "/hubnity" + path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer " + secret)
                        .GET());
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    private String remembered(JsonNode answer) {
        JsonNode secret = answer.get("secret");
        if (secret == null) {
            throw new IllegalStateException("no secret in " + answer);
        }
        secrets.add(secret.stringValue());
        return secret.stringValue();
    }

    private HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** A key, and the secret that it was issued with. */
    record IssuedKey(String id, String secret) {}
}
