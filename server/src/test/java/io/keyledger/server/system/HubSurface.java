package io.keyledger.server.system;

import io.keyledger.server.system.Admin.IssuedKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** One hub of a running server, as its admins and its API clients see it. */
final class HubSurface {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final RunningServer server;
    private final Admin admin;
    private final String hub;
    private final String basePath;

    /**
     * @param basePath below which a gateway forwards requests
     */
    HubSurface(RunningServer server, Admin admin, String hub, String basePath) {
        this.server = server;
        this.admin = admin;
        this.hub = hub;
        this.basePath = basePath;
    }

    /** The id of a new workspace. */
    String workspace(String plan) throws IOException {
        JsonNode workspace =
                Admin.json(
                        admin.post(
                                "/admin/v1/hubs/" + hub + "/workspaces",
                                "{\"name\":\"Acme\",\"plan\":\"" + plan + "\"}"));
        return workspace.get("id").stringValue();
    }

    /** A new key. */
    IssuedKey key(String workspace, String... scopes) throws IOException {
        return issued(workspace, "", scopes);
    }

    /** A new key with more members in the body, each with a comma before it. */
    IssuedKey issued(String workspace, String more, String... scopes) throws IOException {
        String listed =
                Arrays.stream(scopes).map(it -> "\"" + it + "\"").collect(Collectors.joining(","));
        JsonNode key =
                Admin.json(
                        admin.post(
                                "/admin/v1/workspaces/" + workspace + "/keys",
                                "{\"name\":\"A key\",\"scopes\":[" + listed + "]" + more + "}"));
        if (key.get("secret") == null) {
            throw new IllegalStateException("no secret in " + key);
        }
        return new IssuedKey(key.get("id").stringValue(), key.get("secret").stringValue());
    }

    /** A key of a new workspace on this plan. */
    IssuedKey keyOn(String plan, String... scopes) throws IOException {
        return key(workspace(plan), scopes);
    }

    /** The hub as the admin API shows it. */
    JsonNode shown() throws IOException {
        return Admin.json(admin.get("/admin/v1/hubs/" + hub));
    }

    /**
     * Asks as a gateway does that holds a client's request.
     *
     * @param path the hub's own, with its query
     * @param headers of the client, names and values in turn
     */
    HttpResponse<String> forwarded(String method, String path, String... headers)
            throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.dataPlane() + "/v1/forward-auth"))
                        .timeout(Duration.ofSeconds(30))
                        .header("X-Forwarded-Method", method)
                        .header("X-Forwarded-Uri", basePath + path)
                        .header("X-Forwarded-For", "192.0.2.7");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** Asks about a client's request with a Bearer credential. */
    HttpResponse<String> asked(String method, String path, String secret) throws IOException {
        return forwarded(method, path, "Authorization", "Bearer " + secret);
    }

    /** Asks {@code /v1/verify}, with more members in the body, each with a comma before it. */
    JsonNode verified(String secret, String method, String path, String more) throws IOException {
        return Admin.json(
                send(
                        HttpRequest.newBuilder(URI.create(server.dataPlane() + "/v1/verify"))
                                .timeout(Duration.ofSeconds(30))
                                .header("Authorization", "Bearer " + server.operatorKey())
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"token\":\"%s\",\"hub\":\"%s\",\"method\":\"%s\",\"path\":\"%s\"%s}"
                                                        .formatted(
                                                                secret, hub, method, path,
                                                                more)))));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
