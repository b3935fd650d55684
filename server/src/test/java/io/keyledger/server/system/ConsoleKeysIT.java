package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.HubPeople.Person;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** API keys in the console, as far as HTTP shows them: what can be done there, and what cannot. */
@ExtendWith(SharedServer.class)
class ConsoleKeysIT {

    private static final Pattern SECRET =
            Pattern.compile("<code id=\"secret[^\"]*\">([^<]+)</code>");
    private static final Pattern ID = Pattern.compile("/keys/(key_[A-Za-z0-9]+)");

    private static RunningServer server;
    private static Console console;
    private static HubPeople hub;
    private static HubSurface surface;
    private static String workspace;
    private static String foreign;
    private static Visitor admin;
    private static Visitor auditor;

    @BeforeAll
    static void prepare(RunningServer running) throws IOException {
        server = running;
        console = new Console(server, "hubnity");
        hub = new HubPeople(server, "hubnity");
        surface = new HubSurface(server, hub.admin(), "hubnity", "/hubnity");
        workspace = hub.workspace("Acme", "enterprise");
        foreign = hub.workspace("Foreign", "enterprise");
        admin = console.visitor(hub.staff("admin", workspace));
        auditor = console.visitor(hub.staff("auditor", workspace));
    }

    private static String url(String path) {
        return console.url(workspace, "/keys" + path);
    }

    private static HttpResponse<String> open(String path) throws IOException {
        return admin.open(url(path));
    }

    /** Fills a form in and sends it. */
    private static HttpResponse<String> send(String path, Map<String, String> fields)
            throws IOException {
        return admin.submit(open(path), fields);
    }

    private static String key(String name) throws IOException {
        return issued(name).id();
    }

    private static Admin.IssuedKey issued(String name) throws IOException {
        JsonNode key =
                Admin.json(
                        hub.admin()
                                .post(
                                        "/admin/v1/workspaces/" + workspace + "/keys",
                                        "{\"name\":\"%s\",\"scopes\":[\"read:members\"]}"
                                                .formatted(name)));
        return new Admin.IssuedKey(key.get("id").stringValue(), key.get("secret").stringValue());
    }

    private static JsonNode shown(String key) throws IOException {
        return Admin.json(hub.admin().get("/admin/v1/keys/" + key));
    }

    private static String secret(HttpResponse<String> page) {
        return first(SECRET, page);
    }

    private static String first(Pattern pattern, HttpResponse<String> page) {
        Matcher matcher = pattern.matcher(page.body());
        assertThat(matcher.find()).as(page.body()).isTrue();
        return matcher.group(1);
    }

    private static int status(String secret) throws IOException {
        return surface.asked("GET", "/v1/members", secret).statusCode();
    }

    @Test
    void aKeyIsIssuedAndItsSecretIsShownOnce() throws IOException {
        HttpResponse<String> page =
                send("/new", Map.of("name", "Reporting sync", "scopes", "read:members"));

        String secret = secret(page);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.body())
                .contains("curl -H &#39;Authorization: Bearer " + secret)
                .contains("https://api.hubnity.eu/v1/members");
        assertThat(status(secret)).isEqualTo(200);
        String key = first(ID, page);
        for (String later : List.of("", "?q=" + secret, "/" + key, "/" + key + "/history")) {
            assertThat(open(later).statusCode()).isEqualTo(200);
            if (!later.startsWith("?q")) {
                assertThat(open(later).body()).doesNotContain(secret);
            }
        }
        assertThat(open("/" + key).body())
                .contains("Reporting sync", "See the members of the organization", "Ada Lovelace");
    }

    @Test
    void aDoubleClickIssuesOneKeyAndShowsTheSameSecret() throws Exception {
        Map<String, String> form = new HashMap<>(Visitor.hidden(main(open("/new"))));
        form.putAll(Map.of("name", "Double click", "scopes", "read:members"));

        List<CompletableFuture<HttpResponse<String>>> clicks =
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> posted(form)))
                        .limit(3)
                        .toList();
        List<String> secrets =
                clicks.stream()
                        .map(it -> it.orTimeout(30, TimeUnit.SECONDS).join())
                        .map(ConsoleKeysIT::secret)
                        .distinct()
                        .toList();

        assertThat(secrets).hasSize(1);
        assertThat(rows(open("?q=Double+click"))).isEqualTo(1);
    }

    private static HttpResponse<String> posted(Map<String, String> form) {
        try {
            return admin.post(url("/new"), form);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String main(HttpResponse<String> page) {
        return page.body().substring(page.body().indexOf("<main"));
    }

    private static int rows(HttpResponse<String> list) {
        return list.body().split("<th scope=\"row\">", -1).length - 1;
    }

    @ParameterizedTest
    @CsvSource({
        "name,                 ,                    A name has 1 to 200 characters",
        "scopes,       everything,                  The hub has no such scope.",
        "expiresAt,    soon,                        Write date and time as",
        "expiresAt,    2001-01-01T00:00,            The expiry must be in the future.",
        "allowedCidrs, 203.0.113.0/24 garden,       Write address blocks as CIDR",
    })
    void whatIsWrongIsSaidBesideTheFieldAndNothingIsLost(String field, String value, String text)
            throws IOException {
        Map<String, String> form = new HashMap<>();
        form.put("name", "Not taken");
        form.put("scopes", "write:members");
        form.put("expiresAt", "2087-01-31T12:00");
        form.put("allowedCidrs", "203.0.113.0/24");
        form.put("reason", "for the test");
        form.put(field, value == null ? "" : value);

        HttpResponse<String> page = send("/new", form);

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("id=\"problem-" + field + "\"", text);
        assertThat(page.body()).contains("value=\"for the test\"");
        if (!field.equals("name")) {
            assertThat(page.body()).contains("value=\"Not taken\"");
        }
        if (!field.equals("scopes")) {
            assertThat(page.body()).containsPattern("value=\"write:members\" checked");
        }
        assertThat(rows(open("?q=Not+taken"))).isZero();
    }

    @Test
    void keysAreFoundByNameHintStatusAndScope() throws IOException {
        Admin.IssuedKey live = issued("Lighthouse north");
        String revoked = key("Lighthouse south");
        send("/" + revoked + "/revoke", Map.of());
        String hint = live.secret().substring(live.secret().length() - 4);

        assertThat(rows(open("?q=lightHOUSE"))).isEqualTo(2);
        assertThat(rows(open("?q=lighthouse&status=active"))).isEqualTo(1);
        assertThat(open("?q=lighthouse&status=revoked").body()).contains("Lighthouse south");
        assertThat(rows(open("?q=lighthouse&scope=read:members"))).isEqualTo(2);
        assertThat(rows(open("?q=lighthouse&scope=read:projects"))).isZero();
        assertThat(open("?q=" + hint).body()).contains("Lighthouse north");
        assertThat(open("?q=%25").body()).contains("is like that");
        assertThat(open("?q=nobody").body()).contains("is like that", "Show all");
    }

    @Test
    void aListThatIsLongGoesOnWithTheSameSearch() throws IOException {
        for (int i = 0; i < 51; i++) {
            key("Many " + i);
        }

        HttpResponse<String> first = open("?q=many");
        String next = first(Pattern.compile("rel=\"next\" href=\"([^\"]+)\""), first);
        HttpResponse<String> second =
                admin.open(server.controlPlane() + next.replace("&amp;", "&"));

        assertThat(rows(first)).isEqualTo(50);
        assertThat(first.body()).contains("Many 50").doesNotContain(">Many 0<");
        assertThat(rows(second)).isEqualTo(1);
        assertThat(second.body()).contains(">Many 0<").doesNotContain("rel=\"next\"");
    }

    @Test
    void anEmptyWorkspaceSaysWhatToDo() throws IOException {
        String empty = hub.workspace("Empty", "enterprise");
        Visitor owner = console.visitor(hub.staff("admin", empty));

        assertThat(owner.open(console.url(empty, "/keys")).body())
                .contains("Create the first", "/keys/new");
    }

    @Test
    void aKeyIsRenamedAndLimited() throws IOException {
        String key = key("Old name");

        HttpResponse<String> answer =
                send(
                        "/" + key + "/edit",
                        Map.of(
                                "name", "New name",
                                "expiresAt", "2087-01-31T12:00",
                                "allowedCidrs", "203.0.113.0/24\n2001:db8::/32",
                                "reason", "moved"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Visitor.target(answer)).isEqualTo(url("/" + key));
        JsonNode now = shown(key);
        assertThat(now.get("name").stringValue()).isEqualTo("New name");
        assertThat(now.get("expiresAt").stringValue()).startsWith("2087-01-31T12:00:00");
        assertThat(now.get("allowedCidrs")).hasSize(2);
        assertThat(open("/" + key).body())
                .contains("Key renamed from “Old name” to “New name”.", "Reason: ", "moved");
        send("/" + key + "/edit", Map.of("name", "New name", "expiresAt", "", "allowedCidrs", ""));
        assertThat(shown(key).has("expiresAt")).isFalse();
        assertThat(shown(key).get("allowedCidrs")).isEmpty();
    }

    @Test
    void anExpiryThatNobodyTouchesStaysAsItIs() throws IOException {
        String key = key("Precise");
        hub.admin().patch("/admin/v1/keys/" + key, "{\"expiresAt\":\"2087-01-31T12:00:01.234Z\"}");
        HttpResponse<String> form = open("/" + key + "/edit");
        assertThat(form.body()).contains("value=\"2087-01-31T12:00:01.234\"");

        admin.submit(form, Map.of("name", "Precise", "expiresAt", "2087-01-31T12:00:01.234"));

        assertThat(shown(key).get("expiresAt").stringValue()).isEqualTo("2087-01-31T12:00:01.234Z");
    }

    @Test
    void whoeverWasSlowerIsToldSoAndLosesNothing() throws IOException {
        String key = key("Shared");
        HttpResponse<String> form = open("/" + key + "/edit");
        hub.admin().patch("/admin/v1/keys/" + key, "{\"name\":\"Faster\"}");

        HttpResponse<String> slower = admin.submit(form, Map.of("name", "Slower"));

        assertThat(slower.statusCode()).isEqualTo(422);
        assertThat(slower.body()).contains("Somebody was faster", "value=\"Slower\"");
        assertThat(shown(key).get("name").stringValue()).isEqualTo("Faster");
        assertThat(admin.submit(slower, Map.of("name", "Slower")).statusCode()).isEqualTo(303);
        assertThat(shown(key).get("name").stringValue()).isEqualTo("Slower");
    }

    @Test
    void aPreviewOfOtherScopesTellsWhatOpensAndClosesAndChangesNothing() throws IOException {
        String key = key("Previewed");

        HttpResponse<String> page =
                send("/" + key + "/scopes", Map.of("scopes", "read:projects", "preview", "yes"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(main(page).replaceAll("\\s+", " "))
                .containsSubsequence(
                        "Gains",
                        "GET /v1/projects",
                        "GET /v1/projects/{project}",
                        "Loses",
                        "GET /v1/members",
                        "GET /v1/members/{member}");
        assertThat(page.body()).containsPattern("value=\"read:projects\" checked");
        assertThat(shown(key).at("/scopes/0").stringValue()).isEqualTo("read:members");
    }

    @Test
    void scopesAreChangedAndHoldEverywhere() throws IOException {
        Admin.IssuedKey key = issued("Changed");

        HttpResponse<String> page =
                send("/" + key.id() + "/scopes", Map.of("scopes", "read:projects"));

        assertThat(page.body()).contains("Scopes changed", "Receipt", "Ledger position");
        assertThat(status(key.secret())).isEqualTo(403);
    }

    @Test
    void aKeyWithoutAnyScopeIsNotMade() throws IOException {
        String key = key("Keeps one");

        HttpResponse<String> page = send("/" + key + "/scopes", Map.of());

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("id=\"problem-scopes\"", "At least one scope is needed.");
    }

    @Test
    void aRotatedKeyHasBothSecretsUntilTheOldOneIsEnded() throws IOException {
        Admin.IssuedKey key = issued("Rotated");
        HttpResponse<String> form = open("/" + key.id() + "/rotate");
        assertThat(form.body()).containsPattern("value=\"PT24H\" selected");

        HttpResponse<String> page = admin.submit(form, Map.of("gracePeriod", "PT1H"));

        String secret = secret(page);
        assertThat(page.body()).contains("data-until=", "Receipt");
        assertThat(List.of(status(secret), status(key.secret()))).containsExactly(200, 200);
        HttpResponse<String> shown = open("/" + key.id());
        assertThat(shown.body()).contains("data-until=", "End the old secret now");
        HttpResponse<String> list = open("?q=rotated&status=rotating");
        assertThat(list.body()).contains("old secret expiring");

        HttpResponse<String> ended =
                admin.submit(shown, path("/" + key.id() + "/end-old-secret"), Map.of());

        assertThat(ended.body()).contains("The old secret has ended", "Receipt");
        assertThat(List.of(status(secret), status(key.secret()))).containsExactly(200, 401);
    }

    private static String path(String path) {
        return url(path).substring(server.controlPlane().length());
    }

    @Test
    void aFormThatWasOpenForLongNeverEndsTheCurrentSecret() throws IOException {
        Admin.IssuedKey key = issued("Careful");
        Map<String, String> form =
                new HashMap<>(Visitor.hidden(main(open("/" + key.id() + "/edit"))));
        form.put("secret", "1");

        assertThat(admin.post(url("/" + key.id() + "/end-old-secret"), form).statusCode())
                .isEqualTo(422);
        assertThat(status(key.secret())).isEqualTo(200);
    }

    @Test
    void aRotationWithoutGraceEndsTheOldSecretAtOnce() throws IOException {
        Admin.IssuedKey key = issued("At once");

        HttpResponse<String> page = send("/" + key.id() + "/rotate", Map.of("gracePeriod", "PT0S"));

        assertThat(page.body()).contains("The old secret is refused from now on.");
        assertThat(List.of(status(secret(page)), status(key.secret()))).containsExactly(200, 401);
    }

    @ParameterizedTest
    @CsvSource({
        "P31D, The grace period is longer than the hub allows.",
        "soon, Choose one of these."
    })
    void aGraceThatTheHubDoesNotAllowIsRefusedBesideIt(String grace, String text)
            throws IOException {
        HttpResponse<String> page =
                send("/" + key("Too long") + "/rotate", Map.of("gracePeriod", grace));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("id=\"problem-gracePeriod\"", text);
    }

    @Test
    void aRevokedKeyIsRefusedAndTheReceiptSaysWhere() throws IOException {
        Admin.IssuedKey key = issued("Leaked");

        HttpResponse<String> page =
                send("/" + key.id() + "/revoke", Map.of("reason", "left in a repository"));

        assertThat(status(key.secret())).isEqualTo(401);
        assertThat(page.body()).contains("Receipt", "Ledger position", "In force on", "confirmed");
        assertThat(open("/" + key.id()).body())
                .contains("Revoked on", "left in a repository")
                .doesNotContain("/rotate\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"edit", "scopes", "rotate"})
    void aRevokedKeyStaysAsItIs(String form) throws IOException {
        String key = key("Gone");
        HttpResponse<String> open = open("/" + key + "/" + form);
        send("/" + key + "/revoke", Map.of());

        HttpResponse<String> page =
                admin.submit(
                        open,
                        Map.of(
                                "name", "Again",
                                "scopes", "read:projects",
                                "gracePeriod", "PT0S",
                                "version", ""));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("The key is revoked. Issue a new one.");
    }

    @Test
    void aHubThatShowsSecretsOnceShowsNoneAgain() throws IOException {
        String key = key("Once");
        HttpResponse<String> page = open("/" + key);
        assertThat(page.body()).doesNotContain("/show\"");
        Map<String, String> form = Visitor.hidden(main(open("/" + key + "/edit")));

        HttpResponse<String> refused = admin.post(url("/" + key + "/show"), form);

        assertThat(refused.statusCode()).isEqualTo(409);
    }

    /** Cross-workspace access by changed ids: a key of another workspace is not there. */
    @ParameterizedTest
    @ValueSource(strings = {"", "/history", "/edit", "/scopes", "/rotate", "/revoke"})
    void aForeignKeyLooksExactlyLikeNone(String page) throws IOException {
        Admin.IssuedKey theirs = hub.admin().key(foreign);
        Map<String, String> form = Visitor.hidden(main(open("/new")));

        HttpResponse<String> shown = open("/" + theirs.id() + page);
        HttpResponse<String> nothing = open("/key_00000000000000000000" + page);
        HttpResponse<String> sent = admin.post(url("/" + theirs.id() + page), form);
        HttpResponse<String> viaTheirs =
                admin.open(console.url(foreign, "/keys/" + theirs.id() + page));

        assertThat(shown.statusCode()).isEqualTo(404);
        assertThat(shown.body()).isEqualTo(nothing.body());
        assertThat(viaTheirs.statusCode()).isEqualTo(404);
        assertThat(sent.statusCode()).isIn(404, 405);
        assertThat(status(theirs.secret())).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/show", "/end-old-secret", "/edit", "/scopes", "/rotate", "/revoke"})
    void aForeignKeyCannotBeChanged(String action) throws IOException {
        Admin.IssuedKey theirs = hub.admin().key(foreign);
        Map<String, String> form = new HashMap<>(Visitor.hidden(main(open("/new"))));
        form.putAll(Map.of("name", "Mine", "scopes", "read:projects", "gracePeriod", "PT0S"));
        form.put("secret", "1");

        HttpResponse<String> sent = admin.post(url("/" + theirs.id() + action), form);
        HttpResponse<String> viaTheirs =
                admin.post(console.url(foreign, "/keys/" + theirs.id() + action), form);

        assertThat(List.of(sent.statusCode(), viaTheirs.statusCode())).containsOnly(404);
        assertThat(shown(theirs.id()).get("name").stringValue()).isEqualTo("Reporting sync");
        assertThat(status(theirs.secret())).isEqualTo(200);
    }

    @Test
    void nobodyIssuesAKeyForAForeignWorkspace() throws IOException {
        Map<String, String> form = new HashMap<>(Visitor.hidden(main(open("/new"))));
        form.putAll(Map.of("name", "Mine", "scopes", "read:members"));

        assertThat(admin.post(console.url(foreign, "/keys/new"), form).statusCode()).isEqualTo(404);
    }

    @Test
    void anAuditorReadsAKeyAndChangesNothing() throws IOException {
        Admin.IssuedKey key = issued("Audited");
        HttpResponse<String> page = auditor.open(url("/" + key.id()));
        Map<String, String> form = new HashMap<>(Visitor.hidden(page.body()));
        form.putAll(Map.of("name", "Mine", "scopes", "read:projects", "gracePeriod", "PT0S"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(main(page)).doesNotContain("<form", "/rotate", "/revoke", "/edit");
        assertThat(auditor.open(url("")).body()).doesNotContain("/keys/new");
        for (String action :
                List.of("/edit", "/scopes", "/rotate", "/revoke", "/show", "/end-old-secret")) {
            assertThat(auditor.post(url("/" + key.id() + action), form).statusCode())
                    .as(action)
                    .isEqualTo(403);
        }
        assertThat(auditor.post(url("/new"), form).statusCode()).isEqualTo(403);
        assertThat(shown(key.id()).get("name").stringValue()).isEqualTo("Audited");
        assertThat(status(key.secret())).isEqualTo(200);
    }

    @Test
    void aHubThatKeepsSecretsShowsThemOnRecord() throws IOException {
        HubPeople vendors = new HubPeople(server, "hubhus");
        String leads = vendors.workspace("Leads", "standard");
        Person person = vendors.staff("admin", leads);
        Console there = new Console(server, "hubhus");
        Visitor visitor = there.visitor(person);
        HttpResponse<String> issued =
                visitor.submit(
                        visitor.open(there.url(leads, "/keys/new")),
                        Map.of("name", "Internal", "scopes", "write"));
        String key = first(ID, issued);
        HttpResponse<String> list = visitor.open(there.url(leads, "/keys"));
        assertThat(list.body()).contains("API tokens", "/hubhus/docs/");

        HttpResponse<String> shown =
                visitor.submit(
                        list,
                        there.url(leads, "/keys/" + key + "/show")
                                .substring(server.controlPlane().length()),
                        Map.of());

        assertThat(secret(shown)).isEqualTo(secret(issued));
        assertThat(shown.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(visitor.open(there.url(leads, "/keys/" + key)).body())
                .contains("Shown again in plain text", "Ada Lovelace")
                .doesNotContain(secret(issued));
    }
}
