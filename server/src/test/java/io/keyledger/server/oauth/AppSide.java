package io.keyledger.server.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A hub's OAuth endpoints, as one app asks them. */
final class AppSide {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final OAuthWorld world;
    private final App app;

    AppSide(OAuthWorld world, App app) {
        this.world = world;
        this.app = app;
    }

    /** Exchanges a code for tokens, in the way that is right for the app. */
    HttpResponse<String> redeem(Approval approval, String... headers) throws IOException {
        return token(
                with(
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                approval.code(),
                                "redirect_uri",
                                App.REDIRECT_URI,
                                "code_verifier",
                                approval.verifier())),
                headers);
    }

    /** The tokens that a new approval brings. */
    JsonNode tokens() throws IOException {
        HttpResponse<String> answer = redeem(world.approved(app));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
        return json(answer);
    }

    HttpResponse<String> refresh(String refreshToken, String... headers) throws IOException {
        return token(
                with(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken)),
                headers);
    }

    HttpResponse<String> actForItself(String... headers) throws IOException {
        return token(with(Map.of("grant_type", "client_credentials")), headers);
    }

    HttpResponse<String> introspect(String token) throws IOException {
        return post("introspect", with(Map.of("token", token)));
    }

    HttpResponse<String> revoke(String token) throws IOException {
        return post("revoke", with(Map.of("token", token)));
    }

    HttpResponse<String> token(Map<String, String> form, String... headers) throws IOException {
        return post("token", form, headers);
    }

    HttpResponse<String> post(String endpoint, Map<String, String> form, String... headers)
            throws IOException {
        return raw(endpoint, encoded(form), headers);
    }

    /** Sends a form as it stands. */
    HttpResponse<String> raw(String endpoint, String form, String... headers) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url(endpoint)))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** The form with what authenticates the app: client_id and, when it has one, the secret. */
    Map<String, String> with(Map<String, String> form) {
        Map<String, String> all = new LinkedHashMap<>(form);
        all.values().removeIf(String::isEmpty);
        all.put("client_id", app.id().value());
        String secret = app.secret();
        if (secret != null) {
            all.put("client_secret", secret);
        }
        return all;
    }

    String url(String endpoint) {
        String folder = app.hub().equals("onboardinghub") ? "/oauth/" : "/v1/oauth/";
        return world.url() + "/" + app.hub() + folder + endpoint;
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(it ->
                        URLEncoder.encode(it.getKey(), UTF_8)
                                + "="
                                + URLEncoder.encode(it.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    static HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    /** The error that an answer tells. */
    static String error(HttpResponse<String> answer) {
        JsonNode error = json(answer).get("error");
        return error == null ? "none" : error.stringValue();
    }
}
