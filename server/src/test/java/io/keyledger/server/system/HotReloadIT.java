package io.keyledger.server.system;

import static io.keyledger.server.system.Answers.assertAdmitted;
import static io.keyledger.server.system.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.Admin.IssuedKey;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A profile is changed while everything runs. Each test has a hub of its own. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HotReloadIT {

    private static final String PROFILE =
            """
            hub: HUB
            title: Hub
            base-path: /HUB
            hosts: [HUB.example]
            keys: { prefix: HUB }
            scopes: { see: See things, do: Do things }
            plans:
              free: {}
              paid: { entitlements: [api] }
            access: { requires-entitlement: api }
            limits: { windows: [60/minute], headers: x-ratelimit-delta }
            routes:
              - { GET: /v1/things, scope: see }
              - { POST: /v1/things, scope: do }
            errors:
              insufficient-scope: { text: "You lack {scope}." }
            """;

    @TempDir static Path folder;

    private static RunningServer server;
    private static Admin admin;

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(folder.resolve("hubs"));
        file("folded", profile("folded"));
        file("caught", profile("caught"));
        server = running();
        admin = new Admin(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static RunningServer running() {
        return RunningServer.start(folder, "--keyledger.hubs-dir=" + folder.resolve("hubs"));
    }

    private static void file(String hub, String profile) throws IOException {
        Files.writeString(folder.resolve("hubs/" + hub + ".yaml"), profile);
    }

    private static String profile(String hub) {
        return PROFILE.replace("HUB", hub);
    }

    private static HttpResponse<String> publish(String hub, String profile, String... headers)
            throws IOException {
        return admin.postAs("application/yaml", path(hub), profile, headers);
    }

    private static JsonNode preview(String hub, String profile) throws IOException {
        HttpResponse<String> answer =
                admin.postAs("application/yaml", path(hub) + "?dryRun=true", profile);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Admin.json(answer);
    }

    private static String path(String hub) {
        return "/admin/v1/hubs/" + hub + "/profile";
    }

    private static HubSurface surface(String hub) {
        return new HubSurface(server, admin, hub, "/" + hub);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(Admin.json(answer).get("code").asString()).isEqualTo(code);
    }

    @Test
    void aNewHubIsServedFromTheAnswerOn() throws IOException {
        HttpResponse<String> published = publish("newcomer", profile("newcomer"));

        assertThat(published.statusCode()).as(published.body()).isEqualTo(201);
        JsonNode answer = Admin.json(published);
        assertThat(answer.get("version").asInt()).isEqualTo(1);
        assertThat(answer.get("published").asBoolean()).isTrue();
        assertThat(answer.at("/receipt/nodes/0/outcome").asString()).isEqualTo("confirmed");
        assertThat(surface("newcomer").forwarded("GET", "/v1/things").statusCode()).isEqualTo(401);
        assertAdmitted(
                surface("newcomer")
                        .asked(
                                "GET",
                                "/v1/things",
                                surface("newcomer").keyOn("paid", "see").secret()));
        assertThat(surface("newcomer").shown().get("version").asInt()).isEqualTo(1);
    }

    @Test
    void routesLimitsWordsAndHostsHoldOnTheNextRequest() throws IOException {
        publish("changing", profile("changing"));
        HubSurface hub = surface("changing");
        IssuedKey key = hub.keyOn("paid", "see");
        for (int version = 2; version < 12; version++) {
            String changed =
                    profile("changing")
                            .replace("60/minute", version + "/minute burst 100" + version)
                            .replace(
                                    "/v1/things, scope: see",
                                    "/v" + version + "/things, scope: see")
                            .replace("You lack", "In version " + version + " you lack")
                            .replace("changing.example", "v" + version + ".example");

            HttpResponse<String> published = publish("changing", changed);

            assertThat(Admin.json(published).get("version").asInt()).isEqualTo(version);
            HttpResponse<String> allowed =
                    hub.asked("GET", "/v" + version + "/things", key.secret());
            assertAdmitted(allowed);
            assertThat(header(allowed, "X-RateLimit-Limit")).isEqualTo("100" + version);
            assertThat(hub.asked("POST", "/v1/things", key.secret()).body())
                    .contains("In version " + version + " you lack do.");
            String closed = version == 2 ? "/v1/things" : "/v" + (version - 1) + "/things";
            assertThat(hub.asked("GET", closed, key.secret()).statusCode()).isEqualTo(404);
            assertAdmitted(
                    new HubSurface(server, admin, "changing", "")
                            .forwarded(
                                    "GET",
                                    "/v" + version + "/things",
                                    "X-Forwarded-Host",
                                    "v" + version + ".example",
                                    "Authorization",
                                    "Bearer " + key.secret()));
        }
    }

    @Test
    void theSameProfilePublishesNothingAndSaysSo() throws IOException {
        publish("same", profile("same"));

        HttpResponse<String> again = publish("same", "# another text\n" + profile("same"));

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(Admin.json(again).get("published").asBoolean()).isFalse();
        assertThat(Admin.json(again).get("version").asInt()).isEqualTo(1);
        assertThat(preview("same", profile("same")).get("changes").asBoolean()).isFalse();
    }

    @Test
    void whatWasPublishedCanBeHadAndPublishedAgain() throws IOException {
        publish("round", profile("round"));
        HttpResponse<String> got = admin.get(path("round"));

        assertThat(got.statusCode()).isEqualTo(200);
        assertThat(header(got, "Content-Type")).startsWith("application/yaml");
        assertThat(got.body()).contains("hub: round", "{GET: /v1/things, scope: see}");
        HttpResponse<String> again = publish("round", got.body());
        assertThat(Admin.json(again).get("published").asBoolean()).isFalse();
    }

    @Test
    void anotherAdminsChangeIsNotOverwritten() throws IOException {
        publish("matched", profile("matched"));
        String tag = header(admin.get(path("matched")), "ETag");
        String mine = profile("matched").replace("title: Hub", "title: Mine");
        String theirs = profile("matched").replace("title: Hub", "title: Theirs");

        assertThat(publish("matched", theirs, "If-Match", tag).statusCode()).isEqualTo(200);

        assertProblem(publish("matched", mine, "If-Match", tag), 412, "VERSION_MISMATCH");
        assertThat(surface("matched").shown().get("title").asString()).isEqualTo("Theirs");
    }

    @Test
    void aCallSentAgainPublishesOnce() throws IOException {
        String body = profile("once");

        HttpResponse<String> first = publish("once", body, "Idempotency-Key", "\"p-1\"");
        publish("once", body.replace("title: Hub", "title: Later"));
        HttpResponse<String> again = publish("once", body, "Idempotency-Key", "\"p-1\"");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(surface("once").shown().get("title").asString()).isEqualTo("Later");
        assertProblem(
                publish("once", body + "# more\n", "Idempotency-Key", "\"p-1\""),
                422,
                "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aDryRunTellsWhoWouldLoseWhatAndPublishesNothing() throws IOException {
        publish("tried", profile("tried"));
        String workspace = surface("tried").workspace("paid");
        IssuedKey loser = surface("tried").key(workspace, "see", "do");
        IssuedKey keeper = surface("tried").key(workspace, "see");
        String planless = surface("tried").workspace("free");
        String changed =
                profile("tried")
                        .replace(", do: Do things", "")
                        .replace("  free: {}\n", "")
                        .replace(
                                "{ POST: /v1/things, scope: do }",
                                "{ POST: /v1/things, scope: see, cost: 3 }\n"
                                        + "  - { DELETE: \"/v1/things/{thing}\", scope: see }");

        JsonNode preview = preview("tried", changed);

        assertThat(preview.get("dryRun").asBoolean()).isTrue();
        assertThat(preview.get("changes").asBoolean()).isTrue();
        assertThat(preview.get("version").asInt()).isEqualTo(1);
        assertThat(texts(preview.get("fields"))).containsExactly("scopes", "plans", "routes");
        assertThat(texts(preview.at("/scopes/removed"))).containsExactly("do");
        assertThat(texts(preview.at("/plans/removed"))).containsExactly("free");
        assertThat(preview.get("routes").toString())
                .isEqualTo(
                        "[{\"effect\":\"changed\",\"methods\":[\"POST\"],\"path\":\"/v1/things\","
                                + "\"before\":{\"scope\":\"do\",\"cost\":1},"
                                + "\"after\":{\"scope\":\"see\",\"cost\":3}},"
                                + "{\"effect\":\"opened\",\"methods\":[\"DELETE\"],"
                                + "\"path\":\"/v1/things/{thing}\","
                                + "\"after\":{\"scope\":\"see\",\"cost\":1}}]");
        assertThat(preview.get("keysLosingScopes").toString())
                .isEqualTo(
                        "{\"count\":1,\"items\":[{\"id\":\"%s\",\"name\":\"A key\",\"workspace\":\"%s\",\"scopes\":[\"do\"]}]}"
                                .formatted(loser.id(), workspace));
        assertThat(preview.at("/workspacesLosingPlan/items/0/id").asString()).isEqualTo(planless);
        assertThat(preview.at("/workspacesLosingAccess/count").asInt()).isZero();
        assertThat(surface("tried").shown().get("version").asInt()).isEqualTo(1);
        assertAdmitted(surface("tried").asked("POST", "/v1/things", loser.secret()));
        assertThat(surface("tried").asked("POST", "/v1/things", keeper.secret()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aDryRunTellsAPlanThatWouldLoseItsAccess() throws IOException {
        publish("poorer", profile("poorer"));
        String workspace = surface("poorer").workspace("paid");
        String changed =
                profile("poorer")
                        .replace(
                                "paid: { entitlements: [api] }",
                                "paid: { limits: { windows: [9/minute] } }\n  gold: { entitlements: [api] }");

        JsonNode preview = preview("poorer", changed);

        assertThat(preview.at("/workspacesLosingAccess/items/0/id").asString())
                .isEqualTo(workspace);
        assertThat(preview.get("planChanges").toString())
                .isEqualTo(
                        "[{\"plan\":\"paid\","
                                + "\"before\":{\"access\":true,\"entitlements\":[\"api\"],"
                                + "\"limits\":{\"countedPer\":\"credential\",\"windows\":[\"60/minute\"],\"headers\":\"x-ratelimit-delta\"}},"
                                + "\"after\":{\"access\":false,\"entitlements\":[],"
                                + "\"limits\":{\"countedPer\":\"credential\",\"windows\":[\"9/minute\"],\"headers\":\"x-ratelimit-delta\"}}}]");
    }

    @Test
    void aDryRunOfANewHubTellsWhatItWouldOpenAndMakesNoHub() throws IOException {
        JsonNode preview = preview("unborn", profile("unborn"));

        assertThat(preview.get("version")).isNull();
        assertThat(preview.get("routeChanges").asInt()).isEqualTo(2);
        assertThat(admin.get("/admin/v1/hubs/unborn").statusCode()).isEqualTo(404);
        assertThat(admin.get(path("unborn")).statusCode()).isEqualTo(404);
    }

    @Test
    void aKeyWhoseScopeIsGoneHoldsNothingWithIt() throws IOException {
        publish("narrowed", profile("narrowed"));
        IssuedKey key = surface("narrowed").keyOn("paid", "do");
        assertAdmitted(surface("narrowed").asked("POST", "/v1/things", key.secret()));

        publish(
                "narrowed",
                profile("narrowed")
                        .replace(", do: Do things", "")
                        .replace("scope: do", "scope: see"));

        assertThat(surface("narrowed").asked("POST", "/v1/things", key.secret()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void everyMistakeIsToldWithItsLineAndNothingIsPublished() throws IOException {
        publish("wrong", profile("wrong"));
        String broken =
                profile("wrong")
                        .replace("title: Hub", "title: Broken")
                        .replace("scope: do", "scope: doo")
                        .replace("60/minute", "sixty");

        HttpResponse<String> refused = publish("wrong", broken);

        assertProblem(refused, 422, "HUB_PROFILE_INVALID");
        JsonNode errors = Admin.json(refused).get("errors");
        assertThat(errors.size()).isEqualTo(2);
        assertThat(errors.at("/0/line").asInt()).isEqualTo(11);
        assertThat(errors.at("/1/line").asInt()).isEqualTo(14);
        assertThat(errors.at("/1/detail").asString()).contains("Did you mean 'do'?");
        assertThat(surface("wrong").shown().get("title").asString()).isEqualTo("Hub");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "- a", "\t", "hub: [", "null", "&a [*a]"})
    void whatIsNoProfileIsToldAsSuch(String body) throws IOException {
        assertProblem(publish("nothing", body), 422, "HUB_PROFILE_INVALID");
    }

    @Test
    void aProfileOfAnotherHubIsRefused() throws IOException {
        assertProblem(publish("mine", profile("yours")), 422, "HUB_MISMATCH");
    }

    @Test
    void theBuiltInHubCannotBeReplaced() throws IOException {
        String own = admin.get(path("keyledger")).body();

        assertProblem(publish("keyledger", own), 403, "HUB_BUILT_IN");
    }

    @Test
    void whatAnotherHubHasCannotBeTaken() throws IOException {
        String thief = profile("thief");

        assertProblem(
                publish("thief", thief.replace("prefix: thief", "prefix: hbn")),
                409,
                "HUB_PREFIX_TAKEN");
        assertProblem(
                publish("thief", thief.replace("base-path: /thief", "base-path: /hubnity")),
                409,
                "HUB_BASE_PATH_TAKEN");
        assertProblem(
                publish("thief", thief.replace("[thief.example]", "[api.hubnity.eu]")),
                409,
                "HUB_HOST_TAKEN");
        assertThat(admin.get("/admin/v1/hubs/thief").statusCode()).isEqualTo(404);
    }

    @Test
    void thePrefixStaysWhileAnybodyHoldsAKeyAndADryRunSaysSoToo() throws IOException {
        publish("prefixed", profile("prefixed"));
        IssuedKey key = surface("prefixed").keyOn("paid", "see");
        String renamed = profile("prefixed").replace("prefix: prefixed", "prefix: renamed");

        assertProblem(publish("prefixed", renamed), 409, "HUB_PREFIX_IN_USE");
        assertProblem(
                admin.postAs("application/yaml", path("prefixed") + "?dryRun=true", renamed),
                409,
                "HUB_PREFIX_IN_USE");
        admin.revoke(key);
        assertThat(publish("prefixed", renamed).statusCode()).isEqualTo(200);
        assertThat(surface("prefixed").keyOn("paid", "see").secret()).startsWith("renamed_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/yaml", "application/x-yaml", "application/yaml; charset=utf-8"})
    void yamlIsTakenByAllItsNames(String type) throws IOException {
        HttpResponse<String> answer =
                admin.postAs(type, path("typed") + "?dryRun=true", profile("typed"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void aBodyThatIsNotSaidToBeYamlIsRefusedWithTheRightName() throws IOException {
        HttpResponse<String> refused =
                admin.postAs("application/x-www-form-urlencoded", path("typed"), profile("typed"));

        assertProblem(refused, 415, "UNSUPPORTED_MEDIA_TYPE");
        assertThat(refused.body()).contains("application/yaml");
    }

    @Test
    void aDryRunThatIsNotClearlyOnePublishesNothing() throws IOException {
        HttpResponse<String> refused =
                admin.postAs(
                        "application/yaml", path("unsure") + "?dryRun=please", profile("unsure"));

        assertProblem(refused, 400, "INVALID_PARAMETER");
        assertThat(admin.get("/admin/v1/hubs/unsure").statusCode()).isEqualTo(404);
    }

    @Test
    void aProfileOfManyRoutesIsTakenAndOneOfAMegabyteIsNot() throws IOException {
        StringBuilder routes = new StringBuilder();
        for (int i = 0; i < 1_900; i++) {
            routes.append("  - { GET: \"/v1/collection-number-")
                    .append(i)
                    .append("/{thing}\", scope: see }\n");
        }
        String large = profile("large").replace("routes:\n", "routes:\n" + routes);
        assertThat(large.length()).isGreaterThan(64 * 1024);

        assertThat(publish("large", large).statusCode()).isEqualTo(201);
        assertAdmitted(
                surface("large")
                        .asked(
                                "GET",
                                "/v1/collection-number-1899/a",
                                surface("large").keyOn("paid", "see").secret()));
        assertProblem(publish("large", large + "#".repeat(1 << 20)), 413, "TOO_LARGE");
    }

    @Test
    void publishingNeedsItsScope() throws IOException {
        String workspace =
                Admin.json(admin.get("/admin/v1/hubs/keyledger/workspaces"))
                        .at("/items/0/id")
                        .asString();
        IssuedKey reader =
                new HubSurface(server, admin, "keyledger", "").key(workspace, "hubs:read");

        HttpResponse<String> refused =
                admin.as(reader.secret())
                        .postAs("application/yaml", path("folded"), profile("folded"));

        assertProblem(refused, 403, "SCOPE_INSUFFICIENT");
        assertThat(admin.as(reader.secret()).get(path("folded")).statusCode()).isEqualTo(200);
    }

    /**
     * One file lags behind an admin and is then changed; the other catches up with an admin who has
     * gone on meanwhile.
     */
    @Test
    @Order(Integer.MAX_VALUE)
    void aRestartKeepsAnAdminsVersionUntilTheFileIsChanged() throws IOException {
        publish("folded", titled("folded", "By an admin"));
        publish("folderless", profile("folderless"));
        publish("caught", titled("caught", "First"));
        file("caught", titled("caught", "First"));

        restart();
        assertThat(title("folded")).isEqualTo("By an admin");
        assertThat(title("folderless")).isEqualTo("Hub");
        assertThat(title("caught")).isEqualTo("First");
        assertThat(server.log()).contains("hub folded keeps profile version 2");

        publish("caught", titled("caught", "Second"));
        file("folded", titled("folded", "By a file"));
        restart();
        assertThat(title("caught")).isEqualTo("Second");
        assertThat(title("folded")).isEqualTo("By a file");
        assertThat(surface("folded").shown().get("version").asInt()).isEqualTo(3);

        Files.delete(folder.resolve("hubs/folded.yaml"));
        restart();
        assertThat(title("folded")).isEqualTo("By a file");
    }

    private static String titled(String hub, String title) {
        return profile(hub).replace("title: Hub", "title: " + title);
    }

    private static String title(String hub) throws IOException {
        return surface(hub).shown().get("title").asString();
    }

    private static void restart() {
        server.close();
        server = running();
        admin = new Admin(server);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
