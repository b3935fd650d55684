package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.Admin.IssuedKey;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * What auditors get: the search and its files, rights at an instant, and why a verdict was given.
 */
@ExtendWith(SharedServer.class)
class AuditIT {

    private static final String EVENTS = "/admin/v1/audit/events";
    private static final String NOBODY = "key_00000000000000000000";

    private RunningServer server;
    private Admin admin;
    private String workspace;
    private IssuedKey key;

    @BeforeEach
    void issue(RunningServer running) throws IOException {
        server = running;
        admin = new Admin(running);
        workspace = admin.workspace("enterprise");
        key = admin.key(workspace);
    }

    @Test
    void theSearchFindsNewestFirstPageByPage() throws IOException {
        admin.rotate(key);
        admin.revoke(key);

        JsonNode first = Admin.json(admin.get(EVENTS + "?workspace=" + workspace + "&limit=2"));
        JsonNode rest =
                Admin.json(
                        admin.get(
                                EVENTS
                                        + "?workspace="
                                        + workspace
                                        + "&cursor="
                                        + first.get("next").stringValue()));

        assertThat(events(first)).containsExactly("apikey.revoked", "apikey.rotated");
        assertThat(events(rest)).containsExactly("apikey.issued", "workspace.registered");
        assertThat(first.at("/items/0/why").stringValue()).isEqualTo("test");
        assertThat(first.at("/items/0/credential").stringValue()).isEqualTo(key.id());
    }

    @Test
    void allThatIsGivenHasToBeMet() throws IOException {
        admin.revoke(key);
        String mine = EVENTS + "?credential=" + key.id();

        assertThat(events(Admin.json(admin.get(mine + "&type=apikey.revoked&why=TES"))))
                .containsExactly("apikey.revoked");
        assertThat(events(Admin.json(admin.get(mine + "&type=workspace")))).isEmpty();
        assertThat(events(Admin.json(admin.get(mine + "&to=2026-01-01T00:00:00Z")))).isEmpty();
        assertThat(events(Admin.json(admin.get(mine + "&actor=key:key_00000000000000000001"))))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "credential=my-key, credential",
        "workspace=acme, workspace",
        "actor=somebody, actor",
        "type=apikey.vanished, type",
        "type=api, type",
        "from=yesterday, from",
        "from=2026-11-25T08:00:00, from",
        "from=2026-11-25T08:00:00Z&to=2026-11-25T08:00:00Z, to",
        "why=%20, why",
        "cursor=nonsense, cursor",
        "limit=0, limit"
    })
    void aParameterThatCannotBeReadIsRefused(String query, String field) throws IOException {
        for (String type : List.of("application/json", "text/csv")) {
            if (field.equals("limit") && type.equals("text/csv")) {
                continue; // a file has no limit
            }
            HttpResponse<String> answer = accepting(type, EVENTS + "?" + query);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(Admin.json(answer).get("code").stringValue()).isEqualTo("INVALID_PARAMETER");
            assertThat(Admin.json(answer).at("/errors/0/field").stringValue()).isEqualTo(field);
        }
    }

    @Test
    void theLinesHoldEveryEntryAndTheTableToo() throws IOException {
        admin.revoke(key);
        String mine = EVENTS + "?credential=" + key.id();

        HttpResponse<String> lines = accepting("application/x-ndjson", mine);
        HttpResponse<String> table = accepting("text/csv", mine);

        assertThat(Answers.header(lines, "Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(lines.body().lines().map(it -> Admin.JSON.readTree(it).get("event")))
                .extracting(JsonNode::stringValue)
                .containsExactly("apikey.revoked", "apikey.issued");
        assertThat(Answers.header(table, "Content-Type")).startsWith("text/csv");
        assertThat(table.body().lines().toList()).hasSize(3);
        assertThat(table.body()).startsWith("\"position\",\"id\",\"at\",\"what\",\"event\"");
    }

    /** More than is read at once: nothing is missing, and nothing comes twice. */
    @Test
    void aFileHasNoLimit() throws IOException {
        String everything = accepting("application/x-ndjson", EVENTS).body();
        List<Long> positions =
                everything
                        .lines()
                        .map(it -> Admin.JSON.readTree(it).get("position").asLong())
                        .toList();

        assertThat(positions).doesNotHaveDuplicates().contains(1L).hasSizeGreaterThan(20);
    }

    /** Stops CSV injection by the names that admins of workspaces give, and by reasons. */
    @Test
    void noCellOfTheTableIsAFormula() throws IOException {
        admin.post(
                "/admin/v1/keys/" + key.id() + "/revoke",
                "{\"reason\":\"=HYPERLINK(\\\"http://evil.example\\\")\"}");

        String table = accepting("text/csv", EVENTS + "?credential=" + key.id()).body();

        assertThat(table).contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\"");
    }

    @Test
    void anythingElseIsNotAcceptable() throws IOException {
        assertThat(accepting("image/png", EVENTS).statusCode()).isEqualTo(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {EVENTS, "/admin/v1/keys/" + NOBODY + "?asOf=2026-01-01T00:00:00Z"})
    void whoMayNotReadItGetsNothing(String path) throws IOException {
        String verifier = admin.operatorsKey("verify");

        assertThat(admin.as(verifier, "GET", path, "").statusCode()).isEqualTo(403);
    }

    /** A key of now, of the day before it was issued, and one that there never was. */
    @Test
    void whatDidNotExistThenIsUnknown() throws IOException {
        Instant before = Instant.parse("2026-01-01T00:00:00Z");

        HttpResponse<String> early = asOf(key.id(), before);
        HttpResponse<String> never = asOf(NOBODY, Instant.now());

        assertThat(early.statusCode()).isEqualTo(404);
        assertThat(Admin.json(early).get("code")).isEqualTo(Admin.json(never).get("code"));
        assertThat(explained(NOBODY, "GET", Instant.now()).statusCode()).isEqualTo(404);
        assertThat(code(explained(key.id(), "GET", before))).isEqualTo("NOT_FOUND");
    }

    @Test
    void theFutureIsNotOnRecord() throws IOException {
        Instant tomorrow = Instant.now().plusSeconds(86_400);

        assertThat(asOf(key.id(), tomorrow).statusCode()).isEqualTo(400);
        assertThat(explained(key.id(), "GET", tomorrow).statusCode()).isEqualTo(400);
    }

    @Test
    void aRotationCutAndRevocationCountFromTheirInstantOn() throws IOException {
        Instant issued = at("apikey.issued");
        admin.rotate(key);
        Instant rotated = at("apikey.rotated");
        admin.patch("/admin/v1/keys/" + key.id(), "{\"scopes\":[\"read:projects\"]}");
        Instant cut = at("apikey.scopes-changed");
        admin.revoke(key);
        Instant revoked = at("apikey.revoked");

        assertThat(Admin.json(asOf(key.id(), issued)).at("/secrets").size()).isEqualTo(1);
        assertThat(status(issued, 0)).isEqualTo("accepted");
        assertThat(Admin.json(asOf(key.id(), rotated.minusNanos(1_000))).at("/secrets").size())
                .isEqualTo(1);
        assertThat(Admin.json(asOf(key.id(), rotated)).at("/secrets").size()).isEqualTo(2);
        assertThat(code(explained(key.id(), "GET", cut.minusNanos(1_000)))).isEqualTo("VALID");
        assertThat(code(explained(key.id(), "GET", cut))).isEqualTo("INSUFFICIENT_SCOPE");
        assertThat(status(revoked.minusNanos(1_000), 1)).isEqualTo("accepted");
        assertThat(status(revoked, 1)).isEqualTo("revoked");
        assertThat(Admin.json(asOf(key.id(), revoked)).at("/routes").size()).isZero();
    }

    @Test
    void aSuspensionAndAPlanCountFromTheirInstantOn() throws IOException {
        admin.post("/admin/v1/workspaces/" + workspace + "/suspend", "{}");
        admin.post("/admin/v1/workspaces/" + workspace + "/resume", "{}");
        admin.patch("/admin/v1/workspaces/" + workspace, "{\"plan\":\"free\"}");

        assertThat(verdictAround("workspace.suspended")).containsExactly("VALID", "SUSPENDED");
        assertThat(verdictAround("workspace.resumed")).containsExactly("SUSPENDED", "VALID");
        assertThat(verdictAround("workspace.plan-changed"))
                .containsExactly("VALID", "FORBIDDEN_PLAN");
    }

    @Test
    void aProfileCountsFromItsPublicationOn() throws IOException {
        String hub = "audit" + Long.toString(System.nanoTime(), 36);
        publish(hub, "/v1/things");
        HubSurface surface = new HubSurface(server, admin, hub, "/" + hub);
        IssuedKey theirs = surface.keyOn("basic", "read");
        publish(hub, "/v1/other");
        Instant published =
                Instant.parse(
                        Admin.json(admin.get(EVENTS + "?type=hub&limit=1"))
                                .at("/items/0/at")
                                .stringValue());

        JsonNode before =
                Admin.json(
                        explained(theirs.id(), "GET", "/v1/things", published.minusNanos(1_000)));
        JsonNode after = Admin.json(explained(theirs.id(), "GET", "/v1/things", published));

        assertThat(before.get("code").stringValue()).isEqualTo("VALID");
        assertThat(before.get("profileVersion").asInt()).isEqualTo(1);
        assertThat(after.get("code").stringValue()).isEqualTo("ROUTE_UNKNOWN");
        assertThat(after.get("profileVersion").asInt()).isEqualTo(2);
    }

    @Test
    void anExplanationGoesThroughTheChecksInTheirOrder() throws IOException {
        JsonNode steps = Admin.json(explained(key.id(), "POST", Instant.now())).get("steps");

        assertThat(steps.valueStream().map(it -> it.get("check").stringValue()))
                .containsExactly(
                        "known",
                        "not_revoked",
                        "not_expired",
                        "proof",
                        "workspace",
                        "plan",
                        "address",
                        "route",
                        "scope",
                        "rate_limit");
        assertThat(steps.get(7).get("outcome").stringValue()).isEqualTo("passed");
        assertThat(steps.get(8).get("outcome").stringValue()).isEqualTo("refused");
        assertThat(steps.get(9).get("outcome").stringValue()).isEqualTo("not_reached");
        JsonNode allowed = Admin.json(explained(key.id(), "GET", Instant.now()));
        assertThat(allowed.at("/steps/9/outcome").stringValue()).isEqualTo("not_judged");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | MISSING_FIELD",
                "{\"credential\":\"key_00000000000000000001\"} | MISSING_FIELD",
                "{\"credential\":\"key_00000000000000000001\",\"request\":{\"method\":\"GET\"}} |"
                        + " MISSING_FIELD",
                "{\"credential\":\"key_00000000000000000001\",\"request\":{\"method\":\"GET\",\"path\":\"/\"},\"at\":\"noon\"}"
                        + " | INVALID_PARAMETER",
                "{\"credential\":\"key_00000000000000000001\",\"secret\":0,\"request\":{\"method\":\"GET\",\"path\":\"/\"}}"
                        + " | INVALID_FIELD"
            })
    void aQuestionThatCannotBeUnderstoodIsRefused(String body, String code) throws IOException {
        HttpResponse<String> answer = admin.post("/admin/v1/explain", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Admin.json(answer).get("code").stringValue()).isEqualTo(code);
    }

    @Test
    void everyReadModelTellsHowFarItIs() throws IOException {
        JsonNode models = Admin.json(admin.get("/admin/v1/projections")).get("items");

        assertThat(models.valueStream().map(it -> it.get("name").stringValue()))
                .contains("audittrail", "inventory");
        assertThat(models.valueStream())
                .allSatisfy(it -> {
                    assertThat(it.get("status").stringValue()).isIn("current", "behind");
                    assertThat(it.get("head").asLong()).isPositive();
                });
    }

    /** Real commands in any order: each verdict that was given is explained ever after. */
    @Test
    void theVerdictOfThenIsExplainedWhateverHappensLater() throws IOException {
        Random random = new Random(7);
        List<Given> given = new ArrayList<>();
        List<String> secrets = new ArrayList<>(List.of(key.secret()));
        for (int step = 0; step < 25; step++) {
            act(random.nextInt(7), secrets);
            for (int secret = 1; secret <= secrets.size(); secret++) {
                Instant at = Instant.now();
                given.add(new Given(secret, at, live(secrets.get(secret - 1))));
            }
        }

        assertThat(given.stream().map(Given::code).distinct()).hasSizeGreaterThan(2);
        for (Given one : given) {
            JsonNode told =
                    Admin.json(explained(key.id(), one.secret, "GET", "/v1/members", one.at));
            assertThat(told.get("code").stringValue()).as("%s", one).isEqualTo(one.code);
        }
    }

    private void act(int what, List<String> secrets) throws IOException {
        String path = "/admin/v1/keys/" + key.id();
        String ours = "/admin/v1/workspaces/" + workspace;
        switch (what) {
            case 0 -> admin.patch(path, "{\"scopes\":[\"read:projects\"]}");
            case 1 -> admin.patch(path, "{\"scopes\":[\"read:members\"]}");
            case 2 -> admin.post(ours + "/suspend", "{}");
            case 3, 4 -> admin.post(ours + "/resume", "{}");
            case 5 -> admin.post(path + "/revoke", "{\"secret\":" + secrets.size() + "}");
            default -> {
                JsonNode secret =
                        Admin.json(admin.post(path + "/rotate", "{\"gracePeriod\":\"PT0.05S\"}"))
                                .get("secret");
                if (secret != null) {
                    secrets.add(secret.stringValue());
                }
            }
        }
    }

    private String live(String secret) throws IOException {
        return admin.verdict(
                        "{\"token\":\"%s\",\"hub\":\"hubnity\",\"method\":\"GET\",\"path\":\"/v1/members\",\"cost\":0}"
                                .formatted(secret))
                .get("code")
                .stringValue();
    }

    private List<String> verdictAround(String event) throws IOException {
        Instant at = at(event);
        return List.of(
                code(explained(key.id(), "GET", at.minusNanos(1_000))),
                code(explained(key.id(), "GET", at)));
    }

    /** When it happened last in the workspace. */
    private Instant at(String event) throws IOException {
        return Instant.parse(
                Admin.json(admin.get(EVENTS + "?limit=1&workspace=" + workspace + "&type=" + event))
                        .at("/items/0/at")
                        .stringValue());
    }

    private String status(Instant at, int secret) throws IOException {
        return Admin.json(asOf(key.id(), at)).at("/secrets/" + secret + "/status").stringValue();
    }

    private HttpResponse<String> asOf(String id, Instant at) throws IOException {
        return admin.get("/admin/v1/keys/" + id + "?asOf=" + at);
    }

    private HttpResponse<String> explained(String id, String method, Instant at)
            throws IOException {
        return explained(id, method, "/v1/members", at);
    }

    private HttpResponse<String> explained(String id, String method, String path, Instant at)
            throws IOException {
        return explained(id, 0, method, path, at);
    }

    private HttpResponse<String> explained(
            String id, int secret, String method, String path, Instant at) throws IOException {
        return admin.post(
                "/admin/v1/explain",
                "{\"credential\":\"%s\",%s\"request\":{\"method\":\"%s\",\"path\":\"%s\"},\"at\":\"%s\"}"
                        .formatted(
                                id,
                                secret == 0 ? "" : "\"secret\":" + secret + ",",
                                method,
                                path,
                                at));
    }

    private void publish(String hub, String path) throws IOException {
        String profile =
                """
                hub: %1$s
                title: Audited
                base-path: /%1$s
                keys: { prefix: %2$s, called: key, secrets: shown-once, rotation-grace: PT1H }
                scopes: { read: Read }
                plans: { basic: {} }
                routes: [ { GET: "%3$s", scope: read } ]
                """
                        .formatted(hub, "a" + hub.substring(hub.length() - 6), path);
        HttpResponse<String> answer =
                admin.postAs("application/yaml", "/admin/v1/hubs/" + hub + "/profile", profile);
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    private HttpResponse<String> accepting(String type, String path) throws IOException {
        return admin.accepting(type, path);
    }

    private static List<String> events(JsonNode page) {
        return page.get("items").valueStream().map(it -> it.get("event").stringValue()).toList();
    }

    private static String code(HttpResponse<String> answer) {
        return Admin.json(answer).get("code").stringValue();
    }

    private record Given(int secret, Instant at, String code) {}
}
