package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * One hub of a running server: what its admins set up for OAuth, and its token endpoint and API.
 */
final class OAuthSurface {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final RunningServer server;
    private final Admin admin;
    private final OAuthGuide guide;

    OAuthSurface(RunningServer server, OAuthGuide guide) {
        this.server = server;
        this.admin = new Admin(server);
        this.guide = guide;
    }

    OAuthGuide guide() {
        return guide;
    }

    Admin admin() {
        return admin;
    }

    /** Where the server is, without a slash at the end. */
    String server() {
        return server.controlPlane();
    }

    /** The hub's base URL and issuer. */
    String url() {
        return server() + "/" + guide.hub();
    }

    /** The id of a new workspace. */
    String workspace(String name, String plan) throws IOException {
        return created(
                        "/admin/v1/hubs/" + guide.hub() + "/workspaces",
                        "{\"name\":\"%s\",\"plan\":\"%s\"}".formatted(name, plan))
                .get("id")
                .stringValue();
    }

    /** A new person who is a member of these workspaces. */
    Person person(String... workspaces) throws IOException {
        String email = "person-" + UUID.randomUUID() + "@example.com";
        String password = UUID.randomUUID().toString();
        String account =
                created(
                                "/admin/v1/hubs/" + guide.hub() + "/accounts",
                                "{\"email\":\"%s\",\"name\":\"Ada Holm\"}".formatted(email))
                        .get("id")
                        .stringValue();
        put("/admin/v1/accounts/" + account + "/password", "{\"password\":\"" + password + "\"}");
        for (String workspace : workspaces) {
            put(
                    "/admin/v1/workspaces/" + workspace + "/members/" + account,
                    "{\"role\":\"member\"}");
        }
        return new Person(account, email, password);
    }

    /** A new confidential app, which has registered one address. */
    App app(String workspace, String redirectUri, String... scopes) throws IOException {
        String listed =
                Arrays.stream(scopes).map(it -> "\"" + it + "\"").collect(Collectors.joining(","));
        JsonNode app =
                created(
                        "/admin/v1/workspaces/" + workspace + "/oauth-apps",
                        "{\"name\":\"Reporting\",\"redirectUris\":[\"%s\"],\"scopes\":[%s]}"
                                .formatted(redirectUri, listed));
        return new App(app.get("id").stringValue(), app.get("clientSecret").stringValue());
    }

    /** Asks the hub's API as a client does. */
    HttpResponse<String> call(String path, String token, String... headers) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url() + path))
                        .timeout(Duration.ofSeconds(60))
                        .header("Authorization", "Bearer " + token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** Sends a form to the hub. */
    HttpResponse<String> post(String path, Map<String, String> form) throws IOException {
        return send(
                HttpRequest.newBuilder(URI.create(url() + path))
                        .timeout(Duration.ofSeconds(60))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(Queries.write(form))));
    }

    /** What the data plane says of a token. */
    JsonNode verdict(String token) throws IOException {
        return admin.verdict(
                "{\"token\":\"%s\",\"hub\":\"%s\",\"cost\":0}".formatted(token, guide.hub()));
    }

    /** Revokes what the token belongs to, as an admin. */
    JsonNode revokeGrantOf(String token) throws IOException {
        HttpResponse<String> answer =
                admin.delete("/admin/v1/grants/" + verdict(token).get("credential").stringValue());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Admin.json(answer);
    }

    private JsonNode created(String path, String body) throws IOException {
        HttpResponse<String> answer = admin.post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Admin.json(answer);
    }

    private void put(String path, String body) throws IOException {
        HttpResponse<String> answer = admin.put(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** What an app is registered with. */
    record App(String id, String secret) {}
}
