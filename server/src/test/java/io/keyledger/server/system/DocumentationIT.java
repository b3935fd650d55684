package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.Browser.Scheme;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The public documentation of keys: over HTTP, in a browser, and pasted into a shell. */
@ExtendWith(SharedServer.class)
class DocumentationIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern EXAMPLE =
            Pattern.compile("<pre class=\"example\">(.*?)</pre>", Pattern.DOTALL);

    /** What somebody may call things, to break the page or by bad luck. */
    private static final List<String> ODD_NAMES =
            List.of(
                    "<script>document.title='broken'</script>",
                    "\"quoted\" & 'single' <b>bold</b>",
                    "${7*7} [[${7*7}]] th:text",
                    "שלום עולם (עברית)",
                    "👩‍🚀 emoji 🎉".replace("\u200D", ""),
                    "W".repeat(200));

    @TempDir static Path folder;

    private static RunningServer server;
    private static Admin admin;
    private static String workspace;
    private static String campaign;

    @BeforeAll
    static void start(RunningServer shared) throws IOException {
        server = shared;
        admin = new Admin(server);
        workspace = workspace();
        campaign = campaign("Spring <i>& summer</i>", "1", schema("Vendor XYZ", "Rival Ltd."));
        admin.put(
                "/admin/v1/campaigns/" + campaign + "/filters/Vendor",
                "{\"conditions\":[{\"field\":\"source\",\"operator\":\"equals\",\"values\":[\"Vendor XYZ\"]}]}");
    }

    @Test
    void pageShowsTheSchemaAsFarAsTheKeyMaySeeIt() throws IOException {
        String page = get(vendorKey("read").url()).body();

        assertThat(page)
                .contains("E-mail", "source", "Vendor XYZ", "New", "Won", "GET", "created_at_from")
                .contains("60 requests in a minute")
                .contains("source is “Vendor XYZ”")
                .doesNotContain("Rival Ltd.");
    }

    @Test
    void pageShowsOnlyWhatTheKeyMayDo() throws IOException {
        assertThat(get(vendorKey("read").url()).body())
                .contains("List leads", "Read one of the leads")
                .doesNotContain("POST", "PATCH", "Create one", "Change one", "write");
        assertThat(get(vendorKey("write").url()).body())
                .contains("List leads", "Create one of the leads", "Change one of the leads");
    }

    @Test
    void pageSaysNothingOfTheKeyItself() throws IOException {
        Documented key = vendorKey("read");
        String page = get(key.url()).body();

        assertThat(page)
                .doesNotContain(key.secret(), key.id(), workspace, campaign, "Internal name");
    }

    @Test
    void pageOfAGeneralKeyShowsEveryCampaign() throws IOException {
        campaign("Autumn", "2", schema("Web", "Radio"));
        Documented general = key("null", "read");

        assertThat(get(general.url()).body())
                .contains("Spring", "Autumn", "Rival Ltd.", "/v2/campaigns/1/leads")
                .contains("/v2/campaigns/2/leads");
    }

    @Test
    void pageLoadsNothingAndIsKeptOutOfIndexesLogsAndFrames() throws IOException {
        HttpResponse<String> page = get(vendorKey("read").url());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(header(page, "X-Robots-Tag")).isEqualTo("noindex, nofollow");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(page, "Cache-Control")).contains("no-store");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "style-src 'sha256-")
                .doesNotContain("unsafe", "script-src");
        assertThat(page.body()).doesNotContain("<script", "onload=", "http-equiv");
    }

    @Test
    void openApiSaysTheSameToPrograms() throws IOException {
        Documented key = vendorKey("write");
        HttpResponse<String> answer = get(key.url() + "/openapi.json");
        JsonNode api = JSON.readTree(answer.body());

        assertThat(header(answer, "X-Robots-Tag")).isEqualTo("noindex, nofollow");
        assertThat(api.get("openapi").stringValue()).isEqualTo("3.1.0");
        assertThat(api.at("/servers/0/url").stringValue())
                .isEqualTo(server.controlPlane() + "/hubhus");
        assertThat(api.get("paths").propertyNames())
                .containsExactlyInAnyOrder("/v2/campaigns/1/leads", "/v2/campaigns/1/leads/{lead}");
        JsonNode create = api.get("paths").get("/v2/campaigns/1/leads").get("post");
        assertThat(create.at("/requestBody/content/application~1json/example/source").stringValue())
                .isEqualTo("Vendor XYZ");
        assertThat(api.at("/components/schemas/row1/required").toString())
                .isEqualTo("[\"email\",\"source\"]");
        assertThat(api.at("/components/schemas/row1/properties/source/enum").toString())
                .isEqualTo("[\"Vendor XYZ\"]");
        assertThat(answer.body()).doesNotContain("Rival Ltd.", key.secret());
    }

    @Test
    void openApiOfAReadingKeyHasNothingToWriteWith() throws IOException {
        assertThat(get(vendorKey("read").url() + "/openapi.json").body())
                .contains("\"get\"")
                .doesNotContain("\"post\"", "\"patch\"", "requestBody");
    }

    @Test
    void linkIsInTheAnswersAndTellsNothingOfTheKey() throws IOException {
        Documented key = vendorKey("read");
        JsonNode shown = Admin.json(admin.get("/admin/v1/keys/" + key.id()));
        JsonNode listed =
                Admin.json(admin.get("/admin/v1/workspaces/" + workspace + "/keys?limit=200"));

        assertThat(shown.get("documentationUrl").stringValue()).isEqualTo(key.url());
        assertThat(listed.toString()).contains(key.url());
        assertThat(key.url())
                .matches(Pattern.quote(server.controlPlane()) + "/hubhus/docs/[0-9A-Za-z]{27}")
                .doesNotContain(key.id().substring(4));
    }

    @Test
    void keyOfAHubWithoutCollectionsHasNoDocumentation() throws IOException {
        JsonNode issued =
                Admin.json(
                        admin.post(
                                "/admin/v1/workspaces/" + admin.workspace("enterprise") + "/keys",
                                "{\"name\":\"k\",\"scopes\":[\"read:members\"]}"));

        assertThat(issued.has("documentationUrl")).isFalse();
    }

    @Test
    void goneKeysPageLooksLikeAUrlThatNeverWas() throws IOException {
        Documented revoked = vendorKey("read");
        Documented expired = vendorKey("read");
        Documented lost = vendorKey("read");
        admin.post("/admin/v1/keys/" + revoked.id() + "/revoke", "{}");
        admin.patch(
                "/admin/v1/keys/" + expired.id(),
                "{\"expiresAt\":\"%s\"}".formatted(Instant.now().plusMillis(1_500)));
        admin.post("/admin/v1/keys/" + lost.id() + "/revoke", "{\"secret\":1}");
        assertThat(get(expired.url()).statusCode()).isEqualTo(200);
        sleep(1_600);

        String never = server.controlPlane() + "/hubhus/docs/" + "0".repeat(27);
        for (Documented gone : List.of(revoked, expired, lost)) {
            assertLooksLike(get(never), get(gone.url()));
            assertLooksLike(get(never + "/openapi.json"), get(gone.url() + "/openapi.json"));
        }
        assertLooksLike(get(never), get(server.controlPlane() + "/hubhus/docs/x"));
        assertThat(Admin.json(admin.get("/admin/v1/keys/" + revoked.id())).has("documentationUrl"))
                .isFalse();
    }

    @Test
    void pagesOfASuspendedWorkspaceAreGoneUntilItIsResumed() throws IOException {
        String suspended = workspace();
        Documented key = key(suspended, "null", "read");
        admin.post("/admin/v1/workspaces/" + suspended + "/suspend", "{}");
        assertThat(get(key.url()).statusCode()).isEqualTo(404);

        admin.post("/admin/v1/workspaces/" + suspended + "/resume", "{}");
        assertThat(get(key.url()).statusCode()).isEqualTo(200);
    }

    @Test
    void pageStandsUnderItsOwnHubOnly() throws IOException {
        String url = vendorKey("read").url();

        assertThat(get(url.replace("/hubhus/", "/hubnity/")).statusCode()).isEqualTo(404);
        assertThat(get(url.replace("/hubhus/", "/admin/")).statusCode()).isIn(401, 404);
    }

    @Test
    void changedSchemaAndFilterAreShownAtOnce() throws IOException {
        String other = campaign("May", "may", schema("Vendor XYZ", "Web"));
        admin.put(
                "/admin/v1/campaigns/" + other + "/filters/F",
                "{\"conditions\":[{\"field\":\"source\",\"operator\":\"equals\",\"values\":[\"Web\"]}]}");
        Documented key = key("{\"campaign\":\"%s\",\"filter\":\"F\"}".formatted(other), "read");
        assertThat(get(key.url()).body()).contains("source is “Web”");

        admin.put(
                "/admin/v1/campaigns/" + other + "/filters/F",
                "{\"conditions\":[{\"field\":\"source\",\"operator\":\"not-equals\",\"values\":[\"Web\"]}]}");

        assertThat(get(key.url()).body()).contains("source is not “Web”");
    }

    /** Every command of the page, as it stands there, in a real shell with a real curl. */
    @Test
    void examplesWorkWhenPasted() throws Exception {
        String odd =
                campaign(
                        "It's $HOME `id` \\ \"quoted\"",
                        "it's",
                        schema("It's a $vendor; rm", "Web"));
        admin.put(
                "/admin/v1/campaigns/" + odd + "/filters/It's",
                "{\"conditions\":[{\"field\":\"source\",\"operator\":\"equals\",\"values\":[\"It's a $vendor; rm\"]}]}");
        Documented vendor = vendorKey("write");
        Documented quoted =
                key("{\"campaign\":\"%s\",\"filter\":\"It's\"}".formatted(odd), "write");
        for (Documented key : List.of(vendor, quoted)) {
            String page = get(key.url()).body();
            List<String> examples = examples(page);
            assertThat(examples).as(page).hasSize(5);
            try (CheckingGateway gateway = CheckingGateway.before(server.dataPlane())) {
                for (String example : examples) {
                    assertThat(page).contains("TOKEN='paste the token here'");
                    String said =
                            bash(
                                    "TOKEN='"
                                            + key.secret()
                                            + "'\n"
                                            + example.replace(
                                                    server.controlPlane(), gateway.url()));
                    assertThat(said).as(example).isEqualTo("accepted");
                }
                assertThat(bash(examples.getFirst().replace(server.controlPlane(), gateway.url())))
                        .as("without the token")
                        .isEqualTo("refused 401");
                assertThat(gateway.bodies())
                        .hasSize(2)
                        .first()
                        .satisfies(body -> {
                            assertThat(body.get("email").stringValue()).contains("@");
                            assertThat(body.has("source")).isTrue();
                        });
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void pageReadsWellOnAPhone(Scheme scheme) throws IOException {
        Documented key = key("{\"campaign\":\"%s\"}".formatted(odd(scheme.name())), "write");
        try (Browser browser = Browser.phone(folder, scheme)) {
            browser.open(key.url());

            assertThat(browser.title()).isEqualTo(ODD_NAMES.getFirst() + " · Hubhus API");
            assertThat(browser.stickingOut()).isEmpty();
            assertThat(browser.widthOfContent()).isLessThanOrEqualTo(Browser.PHONE_WIDTH);
            assertThat(browser.textsBelowContrast()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.count("script, b, i, img, iframe")).isZero();
            assertThat(browser.text()).contains(ODD_NAMES);
            browser.screenshot(Path.of("target", "documentation-" + scheme + ".png"));
        }
    }

    /** Else the checks of the page could pass whatever it looked like. */
    @Test
    void browserWouldNotice() throws IOException {
        Path bad = folder.resolve("bad.html");
        Files.writeString(
                bad,
                "<!DOCTYPE html><meta name=viewport content='width=device-width'>"
                        + "<p style='color:#999;background:#fff;white-space:nowrap'>"
                        + "x".repeat(400));
        try (Browser browser = Browser.phone(folder, Scheme.LIGHT)) {
            browser.open(bad.toUri().toString());

            assertThat(browser.widthOfContent()).isGreaterThan(Browser.PHONE_WIDTH);
            assertThat(browser.textsBelowContrast()).hasSize(1);
        }
    }

    private static String odd(String externalId) throws IOException {
        ObjectNode schema = JSON.createObjectNode();
        ArrayNode fields = schema.putArray("fields");
        ArrayNode selects = schema.putArray("selects");
        for (int i = 0; i < ODD_NAMES.size(); i++) {
            String name = ODD_NAMES.get(i);
            fields.addObject()
                    .put("name", "f" + i + "_" + "n".repeat(60))
                    .put("label", name)
                    .put("type", "select")
                    .put("required", true)
                    .put("select", name);
            ArrayNode options = selects.addObject().put("name", name).putArray("options");
            ODD_NAMES.forEach(options::add);
        }
        ArrayNode statuses = schema.putArray("statuses");
        ODD_NAMES.forEach(statuses::add);
        return campaign(ODD_NAMES.getFirst(), externalId, schema.toString());
    }

    private static Documented vendorKey(String scope) throws IOException {
        return key("{\"campaign\":\"%s\",\"filter\":\"Vendor\"}".formatted(campaign), scope);
    }

    private static Documented key(String filter, String scope) throws IOException {
        return key(workspace, filter, scope);
    }

    private static Documented key(String owner, String filter, String scope) throws IOException {
        HttpResponse<String> answer =
                admin.post(
                        "/admin/v1/workspaces/" + owner + "/keys",
                        "{\"name\":\"Internal name\",\"scopes\":[\"%s\"],\"filter\":%s}"
                                .formatted(scope, filter));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode issued = Admin.json(answer);
        return new Documented(
                issued.get("id").stringValue(),
                issued.get("secret").stringValue(),
                issued.get("documentationUrl").stringValue());
    }

    private static String workspace() throws IOException {
        return id(
                admin.post(
                        "/admin/v1/hubs/hubhus/workspaces",
                        "{\"name\":\"Acme\",\"plan\":\"standard\"}"));
    }

    private static String campaign(String name, String externalId, String schema)
            throws IOException {
        return id(
                admin.post(
                        "/admin/v1/workspaces/" + workspace + "/campaigns",
                        JSON.writeValueAsString(
                                Map.of(
                                        "name", name,
                                        "externalId", externalId,
                                        "schema", JSON.readTree(schema)))));
    }

    private static String schema(String... options) {
        return """
        {"fields":[{"name":"email","label":"E-mail","type":"email","required":true},
                   {"name":"age","label":"Age","type":"number"},
                   {"name":"source","label":"Source","type":"select","select":"Sources","required":true}],
         "selects":[{"name":"Sources","options":%s}],
         "statuses":["New","Won"]}
        """
                .formatted(JSON.writeValueAsString(options));
    }

    private static String id(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Admin.json(answer).get("id").stringValue();
    }

    private static List<String> examples(String page) {
        return EXAMPLE.matcher(page)
                .results()
                .map((MatchResult found) -> HtmlUtils.htmlUnescape(found.group(1)))
                .toList();
    }

    private static String bash(String script) throws IOException, InterruptedException {
        Process bash =
                new ProcessBuilder("bash", "-c", script.replaceFirst("curl ", "curl -sS "))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    private static HttpResponse<String> get(String url) throws IOException {
        try {
            return CLIENT.send(
                    HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** But for what differs with every request. */
    private static void assertLooksLike(HttpResponse<String> never, HttpResponse<String> gone) {
        assertThat(gone.statusCode()).isEqualTo(404).isEqualTo(never.statusCode());
        assertThat(gone.headers().map().keySet()).isEqualTo(never.headers().map().keySet());
        assertThat(stripped(gone)).isEqualTo(stripped(never));
    }

    private static JsonNode stripped(HttpResponse<String> answer) {
        ObjectNode body = (ObjectNode) JSON.readTree(answer.body());
        body.remove(List.of("correlationId", "instance"));
        return body;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A key, its secret, and the link to its documentation. */
    private record Documented(String id, String secret, String url) {}
}
