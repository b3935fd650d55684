package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyledger.server.system.Admin.IssuedKey;
import io.keyledger.server.system.Browser.Scheme;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What is asked about credentials is told soon after, exactly, and for good. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UsageIT {

    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir static Path folder;

    private static RunningServer server;
    private static Admin admin;

    @BeforeAll
    static void start() {
        server = running();
        admin = new Admin(server);
    }

    private static RunningServer running() {
        return RunningServer.start(folder, "--keyledger.usage.flush=200ms");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String question(IssuedKey key, String method, String path) {
        return "{\"token\":\"%s\",\"method\":\"%s\",\"path\":\"%s\"}"
                .formatted(key.secret(), method, path);
    }

    private static void ask(int times, IssuedKey key, String method, String path)
            throws IOException {
        for (int i = 0; i < times; i++) {
            admin.verdict(question(key, method, path));
        }
    }

    private static JsonNode usage(String of) throws IOException {
        return Admin.json(admin.get("/admin/v1/" + of + "/usage"));
    }

    private static JsonNode usageOf(String of, long requests) {
        return await().atMost(SOON)
                .until(() -> usage(of), it -> it.at("/total/requests").longValue() >= requests);
    }

    private static JsonNode json(String text) {
        return Admin.JSON.readTree(text);
    }

    /** All the ways in which a verdict is given. */
    private static IssuedKey used(String workspace) throws IOException {
        HubSurface hubnity = new HubSurface(server, admin, "hubnity", "/hubnity");
        IssuedKey key = admin.key(workspace);
        ask(5, key, "GET", "/v1/members");
        ask(2, key, "POST", "/v1/members");
        ask(1, key, "GET", "/v1/unheard-of");
        for (int i = 0; i < 3; i++) {
            hubnity.forwarded("GET", "/v1/members", "Authorization", "Bearer " + key.secret());
        }
        admin.ask(
                "/v1/verify:batch",
                "{\"requests\":[%1$s,%1$s]}".formatted(question(key, "GET", "/v1/members")));
        admin.revoke(key);
        ask(4, key, "GET", "/v1/members");
        return key;
    }

    @Test
    void everyVerdictOnARequestIsCountedByItsOutcome() throws IOException {
        Instant before = Instant.now();
        String workspace = admin.workspace("enterprise");
        IssuedKey key = used(workspace);
        JsonNode expected =
                json(
                        """
                        {"requests": 17, "accepted": 10,
                         "refused": {"INSUFFICIENT_SCOPE": 2, "REVOKED": 4, "ROUTE_UNKNOWN": 1}}
                        """);

        JsonNode ofKey = usageOf("keys/" + key.id(), 17);
        JsonNode ofWorkspace = usageOf("workspaces/" + workspace, 17);

        assertThat(ofKey.get("total")).isEqualTo(expected);
        assertThat(ofWorkspace.get("total")).isEqualTo(expected);
        assertThat(sum(ofKey)).isEqualTo(17);
        assertThat(ofKey.get("resolution").stringValue()).isEqualTo("hour");
        JsonNode limit = ofKey.get("intervals").get(0).get("rateLimit");
        assertThat(limit.get("limit").longValue()).isEqualTo(100);
        assertThat(limit.get("lowestRemaining").longValue()).isBetween(90L, 91L);
        assertThat(Instant.parse(ofKey.get("lastUsedAt").stringValue()))
                .isBetween(before.minusSeconds(1), Instant.now().plusSeconds(1));
        assertThat(ofWorkspace.has("lastUsedAt")).isFalse();
    }

    private static long sum(JsonNode usage) {
        long sum = 0;
        for (JsonNode interval : usage.get("intervals")) {
            sum += interval.get("requests").longValue();
        }
        return sum;
    }

    @Test
    void whatIsOnlyThoughtOfIsNoUse() throws IOException {
        String workspace = admin.workspace("enterprise");
        IssuedKey key = admin.key(workspace);
        admin.verify(key.secret());
        admin.ask("/v1/introspect", "{\"token\":\"" + key.secret() + "\"}");
        ask(1, key, "GET", "/v1/members");

        assertThat(usageOf("keys/" + key.id(), 1).at("/total/requests").longValue()).isEqualTo(1);
    }

    @Test
    void aKeyTellsWhenItWasLastUsedAndOneThatNeverWasTellsNothing() throws IOException {
        String workspace = admin.workspace("enterprise");
        IssuedKey used = admin.key(workspace);
        IssuedKey unused = admin.key(workspace);
        ask(1, used, "GET", "/v1/members");
        usageOf("keys/" + used.id(), 1);

        JsonNode listed = Admin.json(admin.get("/admin/v1/workspaces/" + workspace + "/keys"));

        String lastUsed = listed.at("/items/0/lastUsedAt").stringValue();
        assertThat(Instant.parse(lastUsed)).isAfter(Instant.now().minusSeconds(60));
        assertThat(listed.at("/items/1").has("lastUsedAt")).isFalse();
        assertThat(
                        Admin.json(admin.get("/admin/v1/keys/" + used.id()))
                                .get("lastUsedAt")
                                .asString())
                .isEqualTo(lastUsed);
        assertThat(Admin.json(admin.get("/admin/v1/keys/" + unused.id())).has("lastUsedAt"))
                .isFalse();
        assertThat(usage("keys/" + unused.id()).get("total"))
                .isEqualTo(json("{\"requests\":0,\"accepted\":0,\"refused\":{}}"));
    }

    @Test
    void refusalsForWantOfBudgetAreCountedAndTheHeadroomIsToldAsNone() throws IOException {
        IssuedKey key = admin.key(admin.workspace("enterprise"));
        int limited = 0;
        for (int i = 0; i < 130; i++) {
            String code =
                    admin.verdict(question(key, "GET", "/v1/members")).get("code").stringValue();
            limited += code.equals("RATE_LIMITED") ? 1 : 0;
        }

        JsonNode usage = usageOf("keys/" + key.id(), 130);

        assertThat(limited).isPositive();
        assertThat(usage.at("/total/refused"))
                .isEqualTo(json("{\"RATE_LIMITED\":" + limited + "}"));
        assertThat(usage.at("/total/accepted").longValue()).isEqualTo(130 - limited);
        assertThat(lowest(usage)).isZero();
    }

    private static long lowest(JsonNode usage) {
        long lowest = Long.MAX_VALUE;
        for (JsonNode interval : usage.get("intervals")) {
            lowest = Math.min(lowest, interval.at("/rateLimit/lowestRemaining").longValue());
        }
        return lowest;
    }

    /** Whoever administers and asks for verdicts does so with keys that are counted, too. */
    @Test
    void keysOfKeyledgerItselfAreCounted() throws IOException {
        HubSurface keyledger = new HubSurface(server, admin, "keyledger", "/admin");
        IssuedKey key = keyledger.key(admin.operators(), "keys:read");
        Admin other = admin.as(key.secret());
        other.get("/admin/v1/keys/" + key.id());
        other.get("/admin/v1/hubs");

        JsonNode usage = usageOf("keys/" + key.id(), 2);

        assertThat(usage.get("total"))
                .isEqualTo(
                        json(
                                "{\"requests\":2,\"accepted\":1,\"refused\":{\"INSUFFICIENT_SCOPE\":1}}"));
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday,                                              from",
        "to=1764057600,                                               to",
        "from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z,           to",
        "from=2020-01-01T00:00:00Z&resolution=day,                    from",
        "resolution=second,                                           resolution"
    })
    void aRangeThatThereIsNotIsToldAtItsParameter(String query, String parameter)
            throws IOException {
        String workspace = admin.workspace("enterprise");
        for (String of :
                new String[] {"workspaces/" + workspace, "keys/" + admin.key(workspace).id()}) {
            HttpResponse<String> answer = admin.get("/admin/v1/" + of + "/usage?" + query);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .contains("application/problem+json");
            JsonNode problem = Admin.json(answer);
            assertThat(problem.get("code").stringValue()).isEqualTo("INVALID_PARAMETER");
            assertThat(problem.at("/errors/0/field").stringValue()).isEqualTo(parameter);
        }
    }

    @Test
    void whatIsNotThereHasNoUsage() throws IOException {
        assertThat(
                        Admin.json(admin.get("/admin/v1/keys/key_00000000000000000000/usage"))
                                .get("code"))
                .isEqualTo(json("\"KEY_UNKNOWN\""));
        assertThat(admin.get("/admin/v1/workspaces/ws_00000000000000000000/usage").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void thePagesTellTheSameToEverybody(Scheme scheme) throws IOException {
        HubPeople hub = new HubPeople(server, "hubnity");
        Console console = new Console(server, "hubnity");
        String workspace = admin.workspace("enterprise");
        IssuedKey key = used(workspace);
        usageOf("keys/" + key.id(), 17);

        try (Browser browser = Browser.phone(folder, scheme)) {
            console.enter(
                    browser,
                    hub.staff("auditor", workspace),
                    console.url(workspace, "/usage?span=hour"));
            Console.lookAtPhone(browser);
            assertThat(browser.shown(".figures")).containsSubsequence("17", "10", "7 (41.2 %)");
            assertThat(browser.shown("main"))
                    .contains("100 requests a minute for each key, bursts of 100.");
            assertThat(browser.count("svg[role=img]")).isEqualTo(2);
            assertThat(browser.count(".reason")).isEqualTo(3);
            browser.press("Reporting sync");
            Console.lookAtPhone(browser);
            assertThat(browser.shown("h1")).isEqualTo("Usage of Reporting sync");
            assertThat(browser.shown("tfoot")).isEqualTo("Together 17 10 4 2 1");
            browser.press("Month");
            Console.lookAtPhone(browser);
            assertThat(browser.shown("tfoot")).isEqualTo("Together 17 10 4 2 1");
        }
    }

    @Test
    void aPageWithNothingOnItSaysSo() throws IOException {
        HubPeople hub = new HubPeople(server, "hubnity");
        Console console = new Console(server, "hubnity");
        String workspace = admin.workspace("enterprise");
        IssuedKey unused = admin.key(workspace);
        Visitor visitor = console.visitor(hub.staff("admin", workspace));

        for (String path : new String[] {"/usage", "/keys/" + unused.id() + "/usage?span=never"}) {
            HttpResponse<String> page = visitor.open(console.url(workspace, path));

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("Nothing was asked in the last day.")
                    .doesNotContain("<svg");
        }
    }

    @Test
    void usageOfOthersIsAbsent() throws IOException {
        HubPeople hub = new HubPeople(server, "hubnity");
        Console console = new Console(server, "hubnity");
        String own = admin.workspace("enterprise");
        String foreign = admin.workspace("enterprise");
        IssuedKey foreignKey = admin.key(foreign);
        Visitor visitor = console.visitor(hub.staff("admin", own));
        Visitor member = console.visitor(hub.staff("member", own));

        for (HttpResponse<String> page :
                List.of(
                        visitor.open(console.url(own, "/keys/key_x/usage")),
                        visitor.open(console.url(own, "/keys/" + foreignKey.id() + "/usage")),
                        visitor.open(console.url(foreign, "/keys/" + foreignKey.id() + "/usage")),
                        visitor.open(console.url(foreign, "/usage")),
                        member.open(console.url(own, "/usage")))) {
            assertThat(page.statusCode()).as("%s", page.uri()).isEqualTo(404);
            assertThat(page.body()).contains("There is nothing here").doesNotContain("Usage of");
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void aRestartKeepsEverythingAndAStopLosesNothing() throws IOException {
        String workspace = admin.workspace("enterprise");
        IssuedKey key = admin.key(workspace);
        ask(6, key, "GET", "/v1/members");
        usageOf("keys/" + key.id(), 6);
        ask(3, key, "GET", "/v1/members");

        server.close();
        start();

        assertThat(usage("keys/" + key.id()).at("/total/accepted").longValue()).isEqualTo(9);
        ask(1, key, "GET", "/v1/members");
        assertThat(usageOf("workspaces/" + workspace, 10).at("/total/accepted").longValue())
                .isEqualTo(10);
    }
}
