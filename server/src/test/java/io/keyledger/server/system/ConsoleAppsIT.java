package io.keyledger.server.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.HubPeople.App;
import io.keyledger.server.system.HubPeople.Person;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** OAuth apps and their grants in the console: what can be done, and what cannot. */
@ExtendWith(SharedServer.class)
class ConsoleAppsIT {

    private static final String CALLBACK = "https://yourapp.com/callback";
    private static final Map<String, String> GOOD =
            Map.of(
                    "name", "Zapier",
                    "redirectUris", CALLBACK,
                    "scopes", "projects:read",
                    "type", "confidential");

    private static Console console;
    private static HubPeople hub;
    private static String workspace;
    private static String foreign;
    private static Visitor admin;
    private static Visitor auditor;

    @BeforeAll
    static void prepare(RunningServer server) throws IOException {
        console = new Console(server, "nextoria");
        hub = new HubPeople(server, "nextoria");
        workspace = hub.workspace("Acme", "growth");
        foreign = hub.workspace("Foreign", "growth");
        admin = console.visitor(hub.staff("admin", workspace));
        auditor = console.visitor(hub.staff("auditor", workspace));
    }

    @Test
    void anAppIsRegisteredAndItsSecretShownOnce() throws IOException {
        HttpResponse<String> page = register(GOOD, Pictures.logo());
        String id = shown(page, "client-id");
        String secret = shown(page, "client-secret");

        HttpResponse<String> app = open("/oauth-apps/" + id);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(secret).startsWith("nxh_cs_");
        assertThat(token(new App(id, secret)).statusCode()).isEqualTo(200);
        assertThat(app.body())
                .doesNotContain(secret)
                .contains("data:image/png;base64,", CALLBACK, "List and read project data")
                .contains("registered", "by <bdi>Ada Lovelace");
    }

    @Test
    void aPublicAppGetsNoSecret() throws IOException {
        HttpResponse<String> page = register(with(Map.of("type", "public")), new byte[0]);

        assertThat(page.body()).contains("A public app has no secret").doesNotContain("nxh_cs_");
    }

    @Test
    void aDoubleClickRegistersOneAppAndAnswersTheSame() throws IOException {
        HttpResponse<String> form = open("/oauth-apps/new");

        HttpResponse<String> first = admin.upload(form, GOOD, "image", new byte[0]);
        HttpResponse<String> second = admin.upload(form, GOOD, "image", new byte[0]);

        assertThat(shown(second, "client-id")).isEqualTo(shown(first, "client-id"));
        assertThat(shown(second, "client-secret")).isEqualTo(shown(first, "client-secret"));
    }

    @Test
    void aBadRedirectUriIsRefusedBesideItsFieldAndEverythingElseIsKept() throws IOException {
        HttpResponse<String> form = open("/oauth-apps/new");

        HttpResponse<String> page =
                admin.upload(
                        form,
                        with(
                                Map.of(
                                        "redirectUris",
                                        "https://*.example.com/cb",
                                        "name",
                                        "Zap \"1\"")),
                        "image",
                        Pictures.logo());

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("id=\"problem-redirectUris\"", "https://*.example.com/cb:")
                .contains("value=\"Zap &quot;1&quot;\"", "aria-invalid=\"true\"")
                .containsPattern("value=\"projects:read\" checked")
                .contains("name=\"logo\" value=\"data:image/png;base64,");
        HttpResponse<String> mended =
                admin.upload(page, with(Map.of("name", "Mended")), "image", new byte[0]);
        assertThat(open("/oauth-apps/" + shown(mended, "client-id")).body())
                .contains("data:image/png;base64,");
    }

    @Test
    void noScopeAndNoNameAreRefusedBesideTheirFields() throws IOException {
        Map<String, String> none = new HashMap<>(GOOD);
        none.remove("scopes");

        assertThat(register(none, new byte[0]).body()).contains("id=\"problem-scopes\"");
        assertThat(register(with(Map.of("name", " ")), new byte[0]).body())
                .contains("id=\"problem-name\"");
        assertThat(register(with(Map.of("scopes", "everything")), new byte[0]).body())
                .contains("id=\"problem-scopes\"", "everything:");
    }

    @Test
    void aPictureThatNoLogoCanBeIsRefusedBesideItsField() throws IOException {
        for (byte[] picture : List.of("<svg/>".getBytes(UTF_8), Pictures.noise(120))) {
            HttpResponse<String> page = register(GOOD, picture);
            assertThat(page.statusCode()).isEqualTo(422);
            assertThat(page.body()).contains("id=\"problem-logo\"", "at most 32 KB");
        }
    }

    @Test
    void aPictureFarTooLargeIsRefusedByAPage() throws IOException {
        HttpResponse<String> page = register(GOOD, Pictures.noise(400));

        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(page.body()).contains("The file is too large", "<main");
    }

    @Test
    void anAppIsChanged() throws IOException {
        String id = shown(register(GOOD, Pictures.logo()), "client-id");
        HttpResponse<String> form = open("/oauth-apps/" + id + "/edit");

        HttpResponse<String> answer =
                admin.upload(
                        form,
                        Map.of(
                                "name", "Zapier 2",
                                "redirectUris", CALLBACK + "\n" + CALLBACK + "2",
                                "scopes", "tasks:read",
                                "withoutLogo", "1",
                                "reason", "new owner"),
                        "image",
                        new byte[0]);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(admin.follow(answer).body())
                .contains("Zapier 2", CALLBACK + "2", "Read task data", "new owner")
                .doesNotContain("<img");
    }

    @Test
    void aSecretIsRotatedWithGraceAndWithout() throws IOException {
        HttpResponse<String> registered = register(GOOD, new byte[0]);
        App old = app(registered);

        assertThat(rotate(old, "soon").body()).contains("id=\"problem-gracePeriod\"");
        HttpResponse<String> page =
                admin.submit(
                        open("/oauth-apps/" + old.id() + "/rotate-secret"),
                        Map.of("gracePeriod", "PT24H"));
        App second = new App(old.id(), shown(page, "client-secret"));

        assertThat(page.body()).contains("The old one is accepted until", "Receipt");
        assertThat(token(old).statusCode()).isEqualTo(200);
        assertThat(rotate(second, "PT1H").body()).contains("still in its grace period");
        App third = new App(old.id(), shown(rotate(second, "PT0S"), "client-secret"));
        assertThat(token(old).statusCode()).isEqualTo(401);
        assertThat(token(second).statusCode()).isEqualTo(401);
        assertThat(token(third).statusCode()).isEqualTo(200);
    }

    @Test
    void deletingTellsWhatDiesAndGivesAReceipt() throws IOException {
        App app = app(register(GOOD, new byte[0]));
        String access = access(app);
        HttpResponse<String> form = open("/oauth-apps/" + app.id() + "/delete");

        HttpResponse<String> deleted = admin.submit(form, Map.of("reason", "retired"));

        assertThat(form.body()).contains("1 grant", "1 workspace");
        assertThat(deleted.body()).contains("is deleted", "Receipt");
        assertThat(hub.admin().verify("nextoria", access)).isEqualTo("REVOKED");
        assertThat(admin.submit(form, Map.of("reason", "retired")).statusCode()).isEqualTo(200);
        assertThat(open("/oauth-apps").body()).contains("deleted");
        assertThat(open("/oauth-apps/" + app.id()).body()).contains("retired");
        assertThat(open("/oauth-apps/" + app.id() + "/edit").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/edit", "/rotate-secret", "/delete"})
    void aForeignAppLooksExactlyLikeNone(String page) throws IOException {
        App theirs = foreignApp();

        HttpResponse<String> foreignPage = open("/oauth-apps/" + theirs.id() + page);
        HttpResponse<String> nobodys = open("/oauth-apps/app_00000000000000000000" + page);

        assertThat(foreignPage.statusCode()).isEqualTo(404);
        assertThat(foreignPage.body()).isEqualTo(nobodys.body());
        if (!page.isEmpty()) {
            HttpResponse<String> sent = post(admin, "/oauth-apps/" + theirs.id() + page);
            assertThat(sent.statusCode()).isEqualTo(404);
            assertThat(sent.body())
                    .isEqualTo(post(admin, "/oauth-apps/app_00000000000000000000" + page).body());
            assertThat(token(theirs).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void anAuditorReadsAndChangesNothing() throws IOException {
        App app = app(register(GOOD, new byte[0]));
        String url = "/oauth-apps/" + app.id();
        String grant = grantOf(access(app));

        assertThat(auditor.open(console.url(workspace, url)).body())
                .contains("History")
                .doesNotContain("Rotate secret");
        for (String form :
                List.of(
                        "/oauth-apps/new",
                        url + "/edit",
                        url + "/rotate-secret",
                        url + "/delete",
                        "/grants/" + grant + "/withdraw")) {
            assertThat(post(auditor, form).statusCode()).as(form).isEqualTo(403);
        }
        assertThat(token(app).statusCode()).isEqualTo(200);
    }

    @Test
    void aHubWithoutOAuthHasNothingOfThis(RunningServer server) throws IOException {
        HubPeople hubhus = new HubPeople(server, "hubhus");
        String here = hubhus.workspace("Acme", "standard");
        Console its = new Console(server, "hubhus");
        Visitor visitor = its.visitor(hubhus.staff("admin", here));

        for (String page : List.of("/oauth-apps", "/oauth-apps/new", "/grants")) {
            assertThat(visitor.open(its.url(here, page)).statusCode()).as(page).isEqualTo(404);
        }
        assertThat(visitor.open(its.url(here, "/keys")).body()).doesNotContain("OAuth apps");
    }

    @Test
    void grantsAreListedByAppAndPersonAndWithdrawnWithAReceipt() throws IOException {
        App app = app(register(with(Map.of("name", "Itself")), new byte[0]));
        String access = access(app);
        String grant = grantOf(access);
        Person nobody = hub.staff("member", workspace);

        assertThat(open("/grants?app=" + app.id()).body()).contains(grant, "itself", "active");
        assertThat(open("/grants?person=" + nobody.account()).body())
                .contains("No grant is like that.");
        HttpResponse<String> page = open("/grants/" + grant);
        HttpResponse<String> withdrawn = admin.submit(page, Map.of("reason", "no longer used"));

        assertThat(withdrawn.body()).contains("is withdrawn", "Receipt");
        assertThat(hub.admin().verify("nextoria", access)).isEqualTo("REVOKED");
        assertThat(open("/grants/" + grant).body())
                .contains("no longer used", "Ada Lovelace")
                .doesNotContain("Withdraw the grant");
    }

    @Test
    void aForeignGrantLooksExactlyLikeNone() throws IOException {
        App theirs = foreignApp();
        String access = access(theirs);
        String url = "/grants/" + grantOf(access);
        String none = "/grants/grt_00000000000000000000";

        assertThat(open(url).statusCode()).isEqualTo(404);
        assertThat(open(url).body()).isEqualTo(open(none).body());
        assertThat(post(admin, url + "/withdraw").body())
                .isEqualTo(post(admin, none + "/withdraw").body());
        assertThat(open("/grants?app=" + theirs.id()).body())
                .contains("No grant is like that.")
                .doesNotContain("Theirs");
        assertThat(hub.admin().verify("nextoria", access)).isEqualTo("VALID");
    }

    private static App foreignApp() throws IOException {
        return hub.app(foreign, "confidential", List.of(CALLBACK), List.of("projects:read"));
    }

    private static HttpResponse<String> open(String path) throws IOException {
        return admin.open(console.url(workspace, path));
    }

    /** Sends a form that the page does not offer, with a token of the session. */
    private static HttpResponse<String> post(Visitor visitor, String path) throws IOException {
        String page = visitor.open(console.url("/account")).body();
        return visitor.post(
                console.url(workspace, path),
                Map.of("csrf", String.valueOf(Visitor.hidden(page).get("csrf"))));
    }

    private static HttpResponse<String> register(Map<String, String> fields, byte[] picture)
            throws IOException {
        return admin.upload(open("/oauth-apps/new"), fields, "image", picture);
    }

    private static HttpResponse<String> rotate(App app, String grace) throws IOException {
        return admin.submit(
                open("/oauth-apps/" + app.id() + "/rotate-secret"), Map.of("gracePeriod", grace));
    }

    private static Map<String, String> with(Map<String, String> others) {
        Map<String, String> all = new HashMap<>(GOOD);
        all.putAll(others);
        return all;
    }

    private static App app(HttpResponse<String> registered) {
        return new App(shown(registered, "client-id"), shown(registered, "client-secret"));
    }

    private static String shown(HttpResponse<String> page, String id) {
        String start = "<code id=\"" + id + "\">";
        assertThat(page.body()).contains(start);
        String rest = page.body().substring(page.body().indexOf(start) + start.length());
        return rest.substring(0, rest.indexOf('<'));
    }

    /** A token for the app itself. */
    private static HttpResponse<String> token(App app) throws IOException {
        return Visitor.anywhere()
                .post(
                        hub.url("/v1/oauth/token"),
                        Map.of(
                                "grant_type", "client_credentials",
                                "client_id", app.id(),
                                "client_secret", app.secret()));
    }

    private static String access(App app) throws IOException {
        return Admin.json(token(app)).get("access_token").stringValue();
    }

    private static String grantOf(String access) throws IOException {
        JsonNode verdict =
                hub.admin()
                        .verdict(
                                "{\"token\":\"%s\",\"hub\":\"nextoria\",\"cost\":0}"
                                        .formatted(access));
        return verdict.get("credential").stringValue();
    }
}
