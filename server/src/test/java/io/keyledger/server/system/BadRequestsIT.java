package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.Admin.IssuedKey;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checklist ER-01 to ER-07, DS-01, DS-02, VF-01 to VF-04: what the control plane says to requests
 * that are wrong, and that they leave nothing behind.
 */
@ExtendWith(SharedServer.class)
class BadRequestsIT {

    /** What would tell an attacker what runs here. */
    private static final Pattern INSIDES =
            Pattern.compile(
                    "Exception|\\bat [a-z]+\\.|org\\.|java\\.|jakarta|io\\.keyledger|Tomcat|Spring"
                            + "|Jackson|SELECT |select |insert into|postgres|<html",
                    Pattern.MULTILINE);

    private RunningServer server;
    private Admin admin;

    @BeforeEach
    void meet(RunningServer running) {
        server = running;
        admin = new Admin(running);
    }

    // the body

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"name\":\"x\",\"scopes\":[\"read:members\"],\"metadata\":{\"a\":\"b\"  | 400 | MALFORMED_JSON",
                "{\"name\":\"x\",\"scopes\":[\"read:members\",]}                      | 400 | MALFORMED_JSON",
                "{\"name\":\"x\",\"scopes\":[\"read:members\"]} {}                    | 400 | MALFORMED_JSON",
                "{\"name\":\"x\",\"scopes\":[\"read:members\"],\"metadata\":{\"a\":'b'}} | 400 | MALFORMED_JSON",
                "{\"name\":\"x\",\"name\":\"y\",\"scopes\":[\"read:members\"]}        | 400 | MALFORMED_JSON",
                "{\"name\":\"x\",\"scopes\":[\"read:members\"],\"metadata\":{\"a\":\"1\",\"a\":\"2\"}}"
                        + " | 400 | MALFORMED_JSON",
                "{\"name\":\"x\",\"scopes\":\"read:members\"}                         | 400 | INVALID_FIELD",
                "{\"name\":\"x\",\"scopes\":[[\"read:members\"]]}                     | 400 | MALFORMED_JSON",
                "{\"name\":\"x\",\"scopes\":[\"read:members\"],\"metadata\":{\"a\":{\"b\":1}}}"
                        + " | 400 | INVALID_FIELD",
                "{\"name\":\"x\",\"scopes\":[\"read:members\"],\"metadata\":{\"a\":null}}"
                        + " | 400 | INVALID_FIELD",
                "{\"name\":\"x\",\"scopes\":[\"read:members\"],\"expiresAt\":4102444800}"
                        + " | 400 | INVALID_FIELD",
                "{\"name\":\"x\",\"scopes\":[\"read:members\"],\"expiresAt\":\"4102444800\"}"
                        + " | 400 | INVALID_FIELD",
                "{\"name\":\"x\",\"scopes\":[\"read:members\"],\"expiresAt\":\"tomorrow\"}"
                        + " | 400 | INVALID_FIELD",
                "{\"name\":\"x\",\"scopes\":[\"read:members\"],\"expiresAt\":\"9999-12-31T23:59:59Z\"}"
                        + " | 422 | EXPIRY_TOO_FAR",
                "{\"name\":\"x\",\"scopes\":[\"read:members\"],\"expiresAt\":\"-0001-01-01T00:00:00Z\"}"
                        + " | 422 | EXPIRY_PAST",
                "{\"name\":\"x\",\"scopes\":[\"read:members\"],\"reason\":\" \"}      | 400 | INVALID_FIELD",
                "{\"name\":\"\\ud800\",\"scopes\":[\"read:members\"]}                 | 422 | NAME_INVALID",
                "{\"name\":\"x\",\"scopes\":[\"read:members\",\"read:members\"]}      | 422 | SCOPE_REPEATED",
                "{\"name\":\"x\",\"scopes\":[\"read:members\"],\"metadata\":{\"a\":\"\\u0000\"}}"
                        + " | 422 | METADATA_INVALID",
            })
    void badBodyIsToldAndLeavesNothingBehind(String body, int status, String code)
            throws IOException {
        String keys = "/admin/v1/workspaces/" + admin.workspace("enterprise") + "/keys";

        assertProblem(admin.post(keys, body), status, code);

        assertThat(Admin.json(admin.get(keys)).get("items").size()).isZero();
    }

    @Test
    void absurdBodiesAreRefused() throws IOException {
        String keys = "/admin/v1/workspaces/" + admin.workspace("enterprise") + "/keys";
        String nested = "{\"expiresAt\":" + "[".repeat(20_000);
        String key = "/admin/v1/keys/" + admin.key(admin.workspace("enterprise")).id();
        String scopes = "\"s\",".repeat(10_000);

        assertProblem(admin.patch(key, nested), 400, "MALFORMED_JSON");
        assertProblem(
                admin.post(keys, "{\"name\":\"x\",\"scopes\":[" + scopes + "\"s\"]}"),
                422,
                "SCOPE_UNKNOWN");
        assertProblem(
                admin.post(keys, "{\"name\":\"" + "x".repeat(70_000) + "\"}"), 413, "TOO_LARGE");
        assertProblem(admin.postAs("text/plain", keys, "{}"), 415, "UNSUPPORTED_MEDIA_TYPE");
        assertThat(Admin.json(admin.get(keys)).get("items").size()).isZero();
    }

    /** Checklist ER-06: one mutation after another, none of which is our failure. */
    @Test
    void whateverIsSentIsNeverAFailureOfOurs() throws IOException {
        Random random = new Random(20_261_125);
        String workspace = admin.workspace("enterprise");
        IssuedKey key = admin.key(workspace);
        List<String> paths =
                List.of(
                        "/admin/v1/workspaces/" + workspace + "/keys",
                        "/admin/v1/hubs/hubnity/workspaces",
                        "/admin/v1/workspaces/" + workspace + "/suspend",
                        "/admin/v1/keys/" + key.id() + "/rotate",
                        "/admin/v1/keys/" + key.id() + "/revoke");
        for (int i = 0; i < 400; i++) {
            String path = paths.get(random.nextInt(paths.size()));
            String body = mutated(random);

            HttpResponse<String> answer = admin.post(path, body);

            assertThat(answer.statusCode()).as("%d: %s %s", i, path, body).isLessThan(500);
        }
    }

    private static String mutated(Random random) {
        StringBuilder body =
                new StringBuilder(
                        "{\"name\":\"n\",\"plan\":\"team\",\"scopes\":[\"read:members\"],\"secret\":1,"
                                + "\"gracePeriod\":\"PT1H\",\"expiresAt\":\"2030-01-01T00:00:00Z\","
                                + "\"allowedCidrs\":[\"10.0.0.0/8\"],\"metadata\":{\"a\":\"b\"},\"reason\":\"r\"}");
        String signs = "{}[]\",:\\u0-9.eE+nulltrue\u0000\u202e\ud83d\ude00 /";
        for (int change = random.nextInt(4); change >= 0; change--) {
            int at = random.nextInt(body.length());
            switch (random.nextInt(3)) {
                case 0 -> body.deleteCharAt(at);
                case 1 -> body.insert(at, signs.charAt(random.nextInt(signs.length())));
                default -> body.delete(at, Math.min(body.length(), at + random.nextInt(40)));
            }
        }
        return body.toString();
    }

    // parameters and headers

    @ParameterizedTest
    @ValueSource(strings = {"cursor=nonsense", "cursor=", "limit=0", "limit=-1", "limit=x"})
    void badParameterIsNamed(String query) throws IOException {
        HttpResponse<String> refused = admin.get("/admin/v1/hubs/hubnity/workspaces?" + query);

        assertProblem(refused, 400, "INVALID_PARAMETER");
        assertThat(Admin.json(refused).at("/errors/0/field").asString())
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "If-Match          | 3          | INVALID_HEADER",
                "X-Keyledger-Actor | Ada        | INVALID_HEADER",
                "Idempotency-Key   | two words  | IDEMPOTENCY_KEY_INVALID"
            })
    void badHeaderIsNamedAndChangesNothing(String name, String value, String code)
            throws IOException {
        IssuedKey key = admin.key(admin.workspace("enterprise"));

        HttpResponse<String> refused =
                admin.post("/admin/v1/keys/" + key.id() + "/revoke", "{}", name, value);

        assertProblem(refused, 400, code);
        assertThat(admin.verify(key.secret())).isEqualTo("VALID");
    }

    @Test
    void anIdempotencyKeyIsSentOnce() throws IOException {
        assertProblem(
                admin.post(
                        "/admin/v1/hubs/hubnity/workspaces",
                        "{\"name\":\"Acme\",\"plan\":\"team\"}",
                        "Idempotency-Key",
                        "a",
                        "Idempotency-Key",
                        "b"),
                400,
                "IDEMPOTENCY_KEY_INVALID");
    }

    // the credential

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "|401|KEY_MISSING",
                "Authorization: Basic b3BlcmF0b3I6|401|KEY_MISSING",
                "Authorization: Bearer|400|REQUEST_MALFORMED",
                "Authorization: Bearer  KEY|400|REQUEST_MALFORMED",
                "Authorization: Bearer\tKEY|400|REQUEST_MALFORMED",
                "Authorization: BearerKEY|400|REQUEST_MALFORMED",
                "Authorization: Bearer KEY KEY|400|REQUEST_MALFORMED",
                "Authorization: Bearer klg_unknown|401|KEY_INVALID",
                "Authorization: bearer KEY|200|",
                "Authorization: BEARER KEY|200|",
            })
    void oneBearerCredentialOpensAndNothingElse(String header, int status, String code)
            throws IOException {
        String field =
                header == null
                        ? ""
                        : header.replace("KEY", server.operatorKey()).stripTrailing() + "\r\n";

        Told told = tell("GET /admin/v1/hubs HTTP/1.1\r\n" + field);

        assertThat(told.status()).as(told.body()).isEqualTo(status);
        if (code != null) {
            assertThat(told.json().get("code").asString()).isEqualTo(code);
            assertThat(told.head()).contains("WWW-Authenticate: Bearer realm=\"keyledger\"");
            assertThat(told.head().contains("error=")).isEqualTo(!code.equals("KEY_MISSING"));
        }
    }

    @Test
    void twoCredentialsAreRefusedEvenIfBothAreValid() throws IOException {
        String field = "Authorization: Bearer " + server.operatorKey() + "\r\n";

        Told told = tell("GET /admin/v1/hubs HTTP/1.1\r\n" + field + field);

        assertUnparsed(told, 400);
        assertThat(told.head()).contains("error=\"invalid_request\"");
    }

    @Test
    void aCredentialInTheUrlIsNone() throws IOException {
        Told told =
                tell("GET /admin/v1/hubs?access_token=" + server.operatorKey() + " HTTP/1.1\r\n");

        assertThat(told.status()).isEqualTo(401);
    }

    @Test
    void aCredentialOfAMegabyteIsRefusedUnread() throws IOException {
        Told told =
                tell(
                        "GET /admin/v1/hubs HTTP/1.1\r\nAuthorization: Bearer "
                                + "x".repeat(1_000_000)
                                + "\r\n");

        assertUnparsed(told, 400);
        assertThat(admin.get("/admin/v1/hubs").statusCode()).isEqualTo(200);
    }

    // method and path

    @ParameterizedTest
    @CsvSource({
        "TRACE /admin/v1/hubs, 405",
        "BREW /admin/v1/hubs, 400",
        "TRACE /, 405",
        "GET /admin/v1/hubs/..;/hubs, 400",
        "GET /admin/v1/hubs;a=b, 400",
        "GET //admin/v1/hubs, 400",
        "GET /admin/v1/keys/%2e%2e/hubs, 400",
        "GET /admin/v1/keys/a%2Fb, 400",
        "GET /admin/v1/keys/%00, 400",
        "GET /admin\\v1, 400",
    })
    void whatCanBeReadTwoWaysIsNotRead(String start, int status) throws IOException {
        Told told =
                tell(start + " HTTP/1.1\r\nAuthorization: Bearer " + server.operatorKey() + "\r\n");

        assertUnparsed(told, status);
    }

    /** Checklist ER-07: what frameworks open and nobody meant to. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/error",
                "/actuator",
                "/actuator/env",
                "/actuator/beans",
                "/actuator/heapdump",
                "/actuator/loggers",
                "/actuator/shutdown",
                "/actuator/threaddump",
                "/actuator/prometheus",
                "/actuator/metrics",
                "/h2-console",
                "/login",
                "/logout",
                "/admin",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/application.yaml",
                "/.git/config",
                "/v3/api-docs",
            })
    void whatNobodyOpenedIsClosed(String path) throws IOException {
        Told told = tell("GET " + path + " HTTP/1.1\r\n");

        assertThat(told.status()).as(told.body()).isIn(401, 404);
        assertIsProblem(told.head(), told.body());
    }

    private static void assertUnparsed(Told told, int status) {
        assertThat(told.status()).as(told.body()).isEqualTo(status);
        assertIsProblem(told.head(), told.body());
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        StringBuilder head = new StringBuilder();
        answer.headers()
                .map()
                .forEach(
                        (name, values) -> head.append(name).append(": ").append(values.getFirst()));
        assertIsProblem(head.toString(), answer.body());
        assertThat(Admin.json(answer).get("code").asString()).isEqualTo(code);
        assertThat(Admin.json(answer).get("correlationId").asString())
                .isEqualTo(Answers.header(answer, "X-Request-Id"));
    }

    /** One form for all of them, which says nothing of what is inside. */
    private static void assertIsProblem(String head, String body) {
        assertThat(head.toLowerCase(java.util.Locale.ROOT))
                .contains("content-type: application/problem+json")
                .doesNotContain("server:", "x-powered-by");
        assertThat(body).doesNotContainPattern(INSIDES);
        JsonNode problem = JsonMapper.shared().readTree(body);
        assertThat(problem.get("code").asString()).matches("[A-Z_]+");
        assertThat(problem.get("type").asString())
                .isEqualTo("urn:keyledger:problem:" + problem.get("code").asString());
        assertThat(problem.get("status").asInt()).isBetween(400, 503);
        assertThat(problem.get("detail").asString()).isNotBlank();
    }

    private record Told(int status, String head, String body) {

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    /** Sends bytes as they are. */
    private Told tell(String start) throws IOException {
        URI target = URI.create(server.controlPlane());
        try (Socket socket = new Socket(target.getHost(), target.getPort())) {
            socket.setSoTimeout(10_000);
            send(
                    socket,
                    start + "Host: " + target.getAuthority() + "\r\nConnection: close\r\n\r\n");
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            String head = answer.substring(0, end);
            return new Told(
                    Integer.parseInt(head.substring(9, 12)),
                    head,
                    unchunked(head, answer, end + 4));
        }
    }

    private static void send(Socket socket, String bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
        } catch (SocketException enough) {
            // The server has had enough, and has said so.
        }
    }

    private static String unchunked(String head, String answer, int from) {
        String body = answer.substring(from);
        if (!head.contains("Transfer-Encoding: chunked")) {
            return body;
        }
        return body.substring(body.indexOf("\r\n") + 2, body.lastIndexOf("\r\n0\r\n"));
    }
}
