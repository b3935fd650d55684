package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.keyledger.server.system.Gateway.Answer;
import io.keyledger.server.system.Gateway.Kind;
import io.keyledger.server.system.TinyApi.Reached;
import io.keyledger.server.system.Wire.Fault;
import io.keyledger.testing.PostgresForTests;
import io.keyledger.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Debian's nginx and Caddy with the configurations that are shipped, between a client and an API.
 * What the client gets is the hub's own answer, and no fault lets a request through.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GatewayIT {

    @TempDir static Path folder;

    private static final Map<Kind, Gateway> HUBNITY = new EnumMap<>(Kind.class);
    private static final Map<Kind, Gateway> ONBOARDING = new EnumMap<>(Kind.class);

    private static TestDatabase database;
    private static RunningServer server;
    private static Admin admin;
    private static Wire wire;
    private static TinyApi api;
    private static String valid;

    @BeforeAll
    static void start() throws IOException {
        database = PostgresForTests.emptyDatabase();
        server =
                RunningServer.start(
                        folder,
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.username(),
                        "--spring.datasource.password=" + database.password(),
                        "--keyledger.peppers[0].id=p1",
                        "--keyledger.peppers[0].key=WTdoA8xV0WQ4y3Jz0fZl9m1qk5uP7cR2sT6vB8nH4eM=");
        admin = new Admin(server);
        wire = Wire.to(server.dataPlane());
        api = TinyApi.start();
        for (Kind kind : Kind.values()) {
            if (kind.installed() == null) {
                continue;
            }
            HUBNITY.put(kind, Gateway.start(kind, folder, wire.port(), api.port(), "hubnity"));
            ONBOARDING.put(
                    kind, Gateway.start(kind, folder, wire.port(), api.port(), "onboardinghub"));
        }
        valid = key("hubnity", "enterprise", "read:members", "write:members");
        HUBNITY.values().forEach(GatewayIT::awaitWarmth);
    }

    /** The first requests of a process are slower than a gateway waits, on a busy machine. */
    private static void awaitWarmth(Gateway gateway) {
        await().atMost(Duration.ofMinutes(1))
                .until(() ->
                        gateway.request("GET", "/v1/members", "", bearer(valid)).status() == 200);
    }

    @AfterAll
    static void stop() throws IOException {
        HUBNITY.values().forEach(Gateway::close);
        ONBOARDING.values().forEach(Gateway::close);
        api.close();
        wire.close();
        server.close();
        database.close();
    }

    @BeforeEach
    void mend() throws IOException {
        wire.fails(Fault.NONE);
    }

    // 200

    @ParameterizedTest
    @EnumSource
    void anAcceptedRequestReachesTheApiWithWhatKeyledgerSaysOfIt(Kind kind) throws IOException {
        Answer answer = hubnity(kind).request("GET", "/v1/members?page=2", "", bearer(valid));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"api\":true");
        Reached reached = api.last();
        assertThat(reached.uri()).isEqualTo("/v1/members?page=2");
        assertThat(reached.all("X-Keyledger-Hub")).containsExactly("hubnity");
        assertThat(reached.all("X-Keyledger-Plan")).containsExactly("enterprise");
        assertThat(reached.all("X-Keyledger-Kind")).containsExactly("api_key");
        assertThat(only(reached, "X-Keyledger-Credential")).startsWith("key_");
        assertThat(only(reached, "X-Keyledger-Workspace")).startsWith("ws_");
        assertThat(only(reached, "X-Keyledger-Scopes").split(" ", -1))
                .containsExactlyInAnyOrder("read:members", "write:members");
        assertThat(only(reached, "X-Keyledger-Position")).matches("\\d+");
        assertThat(reached.all("X-Keyledger-Expires-At")).isEmpty();
        assertThat(reached.all("X-Keyledger-Filter")).isEmpty();
        assertThat(reached.all("Authorization")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theLimitsReachTheClientOnASuccessToo(Kind kind) throws IOException {
        String secret = key("onboardinghub", "growth", "contacts:read");

        Answer answer = onboarding(kind).request("GET", "/api/v1/contacts", "", bearer(secret));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.all("X-RateLimit-Limit")).containsExactly("60");
        assertThat(answer.all("X-RateLimit-Remaining")).containsExactly("59");
        assertThat(answer.all("X-RateLimit-Reset")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aBodyReachesTheApiWhole(Kind kind) throws IOException {
        String body = "x".repeat(300_000);

        Answer answer =
                hubnity(kind)
                        .request(
                                "POST",
                                "/v1/members",
                                body,
                                bearer(valid),
                                "Content-Type: text/plain");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(api.last().method()).isEqualTo("POST");
        assertThat(api.last().body()).isEqualTo(body);
    }

    @ParameterizedTest
    @EnumSource
    void http10IsServed(Kind kind) throws IOException {
        Answer answer = hubnity(kind).send("", "GET /v1/members HTTP/1.0", bearer(valid));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"api\":true");
    }

    @ParameterizedTest
    @EnumSource
    void whatAClientSaysInKeyledgersNameReachesNobody(Kind kind) throws IOException {
        Answer answer =
                hubnity(kind)
                        .request(
                                "GET",
                                "/v1/members",
                                "",
                                bearer(valid),
                                "X-Keyledger-Credential: key_forged",
                                "x-keyledger-workspace: ws_forged",
                                "X-Keyledger-Scopes: everything",
                                "X-Keyledger-Filter: {}",
                                "X-Keyledger-Expires-At: never",
                                "X-Keyledger-Hub: hubhus",
                                "X-Keyledger-Gateway: envoy",
                                "X-Keyledger-Caller: klg_forged",
                                "X-Forwarded-Method: DELETE",
                                "X-Forwarded-Uri: /v1/forged",
                                "X-Forwarded-Host: forged.example.com",
                                "X-Forwarded-For: 203.0.113.99",
                                "X-Forwarded-Proto: forged",
                                "X-Forwarded-Port: forged",
                                "X-Forwarded-Prefix: /forged",
                                "Forwarded: for=forged;proto=https",
                                "X-Original-Method: DELETE",
                                "X-Original-URI: /v1/forged",
                                "X-Original-URL: https://forged.example.com/v1/forged");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        Reached reached = api.last();
        assertThat(reached.uri()).isEqualTo("/v1/members");
        assertThat(reached.all("X-Keyledger-Filter")).isEmpty();
        assertThat(reached.all("X-Keyledger-Expires-At")).isEmpty();
        assertThat(reached.headers().toString())
                .doesNotContain("forged")
                .doesNotContain("everything");
    }

    /** Else a hub that is served over HTTPS only could not tell (checklist HD-07). */
    @ParameterizedTest
    @EnumSource
    void keyledgerIsToldHowTheClientCameAndByTheGatewayAlone(Kind kind) throws IOException {
        hubnity(kind)
                .request(
                        "GET", "/v1/members", "", bearer(valid), "X-Forwarded-Proto: https,forged");

        assertThat(wire.lastQuestion())
                .filteredOn(line -> line.toLowerCase(Locale.ROOT).startsWith("x-forwarded-proto:"))
                .containsExactly("X-Forwarded-Proto: http");
    }

    // 400

    @ParameterizedTest
    @EnumSource
    void twoCredentialsAreNone(Kind kind) throws IOException {
        for (String other : List.of("Bearer hbn_other", "Basic dTpw", "Bearer " + valid)) {
            assertDenied(
                    hubnity(kind),
                    400,
                    "GET",
                    "/v1/members",
                    bearer(valid),
                    "Authorization: " + other);
        }
    }

    // 401

    @ParameterizedTest
    @EnumSource
    void withoutAKnownCredentialTheClientGetsTheHubs401(Kind kind) throws IOException {
        for (String[] fields :
                List.of(new String[0], new String[] {bearer(valid.replace("hbn_", "hbn_x"))})) {
            Answer answer = assertDenied(hubnity(kind), 401, "GET", "/v1/members", fields);
            assertThat(Admin.JSON.readTree(answer.body()).get("code").stringValue())
                    .isEqualTo("HUB-API-401");
            assertThat(answer.all("Content-Type")).containsExactly("application/json");
            assertThat(answer.all("WWW-Authenticate")).hasSize(1);
            assertThat(answer.all("WWW-Authenticate").getFirst()).startsWith("Bearer");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCredentialInTheUrlIsNone(Kind kind) throws IOException {
        assertDenied(hubnity(kind), 401, "GET", "/v1/members?access_token=" + valid);
    }

    @ParameterizedTest
    @EnumSource
    void aRevokedKeyIsRefusedOnTheNextRequest(Kind kind) throws IOException {
        JsonNode issued = issue("hubnity", "enterprise", "read:members");
        String secret = issued.get("secret").stringValue();
        assertThat(hubnity(kind).request("GET", "/v1/members", "", bearer(secret)).status())
                .isEqualTo(200);

        admin.post("/admin/v1/keys/" + issued.get("id").stringValue() + "/revoke", "{}");

        assertDenied(hubnity(kind), 401, "GET", "/v1/members", bearer(secret));
    }

    // 403, 404

    @ParameterizedTest
    @EnumSource
    void withoutTheScopeTheClientGetsTheHubs403(Kind kind) throws IOException {
        Answer answer = assertDenied(hubnity(kind), 403, "GET", "/v1/projects", bearer(valid));

        assertThat(answer.body()).contains("HUB-API-403");
        assertThat(answer.all("WWW-Authenticate")).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void withoutTheEntitlementTheClientIsToldInTheHubsOwnForm(Kind kind) throws IOException {
        String secret = key("onboardinghub", "free", "contacts:read");

        Answer answer =
                assertDenied(onboarding(kind), 403, "GET", "/api/v1/contacts", bearer(secret));

        assertThat(Admin.JSON.readTree(answer.body()).at("/error/message").stringValue())
                .isEqualTo("API access is not enabled for this account. Please upgrade your plan.");
    }

    @ParameterizedTest
    @EnumSource
    void whatNoRouteMatchesIsTheHubs404(Kind kind) throws IOException {
        Answer answer = assertDenied(hubnity(kind), 404, "GET", "/v1/invoices", bearer(valid));

        assertThat(answer.all("Content-Type")).containsExactly("application/json");
        assertThat(answer.body())
                .isEqualTo("{\"code\":\"HUB-API-404\",\"message\":\"There is no such endpoint.\"}");
    }

    @ParameterizedTest
    @EnumSource
    void aPostWithABodyIsRefusedAsWell(Kind kind) throws IOException {
        int before = api.count();

        Answer answer =
                hubnity(kind).request("POST", "/v1/projects", "x".repeat(1_000), bearer(valid));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("HUB-API-403");
        assertThat(api.count()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("oddPaths")
    void anOddPathOpensNothing(Kind kind, String path) throws IOException {
        int before = api.count();

        Answer answer = hubnity(kind).request("GET", path, "", bearer(valid));

        assertThat(answer.status()).as(answer.head()).isBetween(400, 499);
        assertThat(api.count()).isEqualTo(before);
    }

    static Stream<Arguments> oddPaths() {
        List<String> paths =
                List.of(
                        "/",
                        "//v1/members",
                        "/v1//members",
                        "/v1/./members",
                        "/v1/members/..",
                        "/v1/projects/../members",
                        "/v1/%2e%2e/v1/members",
                        "/v1/members/%2e%2e/projects",
                        "/v1%2fmembers",
                        "/v1/members%2f..%2fprojects",
                        "/v1/members;a=b",
                        "/v1/members;/../projects",
                        "/V1/members",
                        "/v1/members%00",
                        "/v1/members%zz",
                        "/v1\\members",
                        "/_keyledger",
                        "/_keyledger/v1/members",
                        "/v1/forward-auth",
                        "http://127.0.0.1/_keyledger",
                        "*");
        return Stream.of(Kind.values())
                .flatMap(kind -> paths.stream().map(path -> Arguments.of(kind, path)));
    }

    // 414

    @ParameterizedTest
    @EnumSource
    void aLongUrlIsAcceptedOrRefusedAndNothingBetween(Kind kind) throws IOException {
        for (int length : List.of(2_000, 7_000, 8_100, 20_000, 100_000)) {
            int before = api.count();
            Answer answer =
                    hubnity(kind)
                            .request(
                                    "GET",
                                    "/v1/members?q=" + "x".repeat(length),
                                    "",
                                    bearer(valid));
            if (answer.status() == 200) {
                assertThat(api.last().uri()).hasSize("/v1/members?q=".length() + length);
            } else {
                assertThat(answer.status()).as("%d", length).isIn(400, 414, 431);
                assertThat(api.count()).isEqualTo(before);
            }
            if (length <= 7_000) {
                assertThat(answer.status()).isEqualTo(200);
            }
        }
    }

    // 429

    @ParameterizedTest
    @EnumSource
    void whoIsTooFastIsToldForHowLongToWait(Kind kind) throws IOException {
        String secret = key("onboardinghub", "growth", "contacts:read");
        Answer answer = onboarding(kind).request("GET", "/api/v1/contacts", "", bearer(secret));
        int before = api.count();
        for (int i = 0; i < 300 && answer.status() == 200; i++) {
            before = api.count();
            answer = onboarding(kind).request("GET", "/api/v1/contacts", "", bearer(secret));
        }

        assertDenied(answer, 429, before);
        assertThat(Admin.JSON.readTree(answer.body()).at("/error/type").stringValue())
                .isEqualTo("rate_limited");
        assertThat(Integer.parseInt(answer.all("Retry-After").getFirst())).isBetween(1, 2);
        assertThat(answer.all("X-RateLimit-Remaining")).containsExactly("0");
        assertThat(answer.all("X-RateLimit-Limit")).containsExactly("60");
    }

    // 503

    @ParameterizedTest
    @MethodSource("faults")
    void noFaultOfTheDataPlaneLetsARequestThrough(Kind kind, Fault fault) throws IOException {
        Gateway gateway = hubnity(kind);
        assertThat(gateway.request("GET", "/v1/members", "", bearer(valid)).status())
                .isEqualTo(200);
        wire.fails(fault);

        for (String method : List.of("GET", "POST")) {
            int before = api.count();
            Answer answer = gateway.request(method, "/v1/members", "body", bearer(valid));
            assertThat(answer.status()).as(answer.head()).isIn(502, 503);
            assertThat(api.count()).isEqualTo(before);
        }

        wire.fails(Fault.NONE);
        assertThat(gateway.request("GET", "/v1/members", "", bearer(valid)).status())
                .isEqualTo(200);
    }

    static Stream<Arguments> faults() {
        List<Arguments> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (Fault fault : Fault.values()) {
                if (fault != Fault.NONE) {
                    all.add(Arguments.of(kind, fault));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @EnumSource
    void whenKeyledgerIsNotThereTheClientIsToldToComeBack(Kind kind) throws IOException {
        wire.fails(Fault.DOWN);

        Answer answer = assertDenied(hubnity(kind), 503, "GET", "/v1/members", bearer(valid));

        assertThat(answer.all("Retry-After")).containsExactly("1");
        assertThat(answer.all("Content-Type")).containsExactly("application/json");
        assertThat(Admin.JSON.readTree(answer.body()).has("message")).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    @Order(Integer.MAX_VALUE)
    void whenTheTruthIsNotKnownTheHubSaysSo(Kind kind) throws IOException, SQLException {
        Gateway gateway = hubnity(kind);
        try {
            closeDatabase(true);
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            gateway.request("GET", "/v1/members", "", bearer(valid)).status()
                                    == 503);
            Answer answer = assertDenied(gateway, 503, "GET", "/v1/members", bearer(valid));
            assertThat(Admin.JSON.readTree(answer.body()).get("code").stringValue())
                    .startsWith("HUB-API-503");
            assertThat(answer.all("Retry-After")).hasSize(1);
        } finally {
            closeDatabase(false);
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        gateway.request("GET", "/v1/members", "", bearer(valid)).status() == 200);
    }

    private static void closeDatabase(boolean closed) throws SQLException {
        String name = database.url().substring(database.url().lastIndexOf('/') + 1);
        String elsewhere = database.url().replace("/" + name, "/postgres");
        try (Connection connection =
                        DriverManager.getConnection(
                                elsewhere, database.username(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "alter database %s with allow_connections %s".formatted(name, !closed));
        }
        if (closed) {
            database.disconnectAll();
        }
    }

    // the configurations themselves

    @ParameterizedTest
    @EnumSource
    void everyFieldThatKeyledgerSendsIsTakenFromKeyledger(Kind kind) throws IOException {
        String source =
                Files.readString(
                        Path.of("src/main/java/io/keyledger/server/dataplane/VerdictFields.java"));
        List<String> fields =
                Pattern.compile("\"(X-Keyledger-[\\w-]+)\"")
                        .matcher(source)
                        .results()
                        .map(found -> found.group(1))
                        .toList();

        assertThat(fields).hasSizeGreaterThan(7);
        assertThat(kind.shipped().toLowerCase(Locale.ROOT))
                .contains(fields.stream().map(it -> it.toLowerCase(Locale.ROOT) + " ").toList());
    }

    private static Gateway hubnity(Kind kind) {
        return running(kind, HUBNITY);
    }

    private static Gateway onboarding(Kind kind) {
        return running(kind, ONBOARDING);
    }

    /** Without the program there is nothing to test, and the report says so. */
    private static Gateway running(Kind kind, Map<Kind, Gateway> gateways) {
        assumeTrue(gateways.containsKey(kind), kind.missing());
        return Objects.requireNonNull(gateways.get(kind));
    }

    private static Answer assertDenied(
            Gateway gateway, int status, String method, String path, String... fields)
            throws IOException {
        int before = api.count();
        Answer answer = gateway.request(method, path, "", fields);
        assertDenied(answer, status, before);
        return answer;
    }

    private static void assertDenied(Answer answer, int status, int reachedBefore) {
        assertThat(answer.status()).as(answer.head() + answer.body()).isEqualTo(status);
        assertThat(api.count()).isEqualTo(reachedBefore);
        assertThat(answer.head()).doesNotContainIgnoringCase("X-Keyledger");
    }

    private static String only(Reached reached, String field) {
        assertThat(reached.all(field)).as(field).hasSize(1);
        return reached.all(field).getFirst();
    }

    private static String bearer(String secret) {
        return "Authorization: Bearer " + secret;
    }

    private static String key(String hub, String plan, String... scopes) throws IOException {
        return issue(hub, plan, scopes).get("secret").stringValue();
    }

    private static JsonNode issue(String hub, String plan, String... scopes) throws IOException {
        JsonNode workspace =
                Admin.json(
                        admin.post(
                                "/admin/v1/hubs/" + hub + "/workspaces",
                                "{\"name\":\"Acme\",\"plan\":\"%s\"}".formatted(plan)));
        return Admin.json(
                admin.post(
                        "/admin/v1/workspaces/" + workspace.get("id").stringValue() + "/keys",
                        "{\"name\":\"Shop\",\"scopes\":[\"%s\"]}"
                                .formatted(String.join("\",\"", scopes))));
    }
}
