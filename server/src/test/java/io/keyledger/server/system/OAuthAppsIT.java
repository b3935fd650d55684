package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** OAuth apps over HTTP: what the one answer with the secret says, and what no other ever does. */
@ExtendWith(SharedServer.class)
class OAuthAppsIT {

    private static final String CALLBACK = "https://app.example.com/callback";
    private static final String PNG = "\u0089PNG\r\n\u001A\n0123456789";
    private static final String LOGO = "data:image/png;base64,iVBORw0KGgowMTIzNDU2Nzg5";
    private static final String REGISTRATION =
            "{\"name\":\"Zapier\",\"redirectUris\":[\"%s\"],\"scopes\":[\"read:members\"]%s}";

    private static Admin admin;
    private static String workspace;

    private JsonNode app;

    @BeforeAll
    static void connect(RunningServer server) throws IOException {
        admin = new Admin(server);
        workspace = admin.workspace("enterprise");
    }

    @BeforeEach
    void register() throws IOException {
        app = registered("");
    }

    @Test
    void anAppIsAnsweredWithItsSecretOnceAndNeverAgain() throws IOException {
        String secret = app.get("clientSecret").stringValue();
        assertThat(app.get("id").stringValue()).startsWith("app_");
        assertThat(secret).startsWith("hbn_cs_");
        assertThat(app.get("hint").stringValue())
                .isEqualTo("hbn_cs_…" + secret.substring(secret.length() - 4));
        assertThat(app.get("type").stringValue()).isEqualTo("confidential");

        admin.patch(path(), "{\"name\":\"Make\"}");

        for (String read : List.of(path(), path() + "/history", apps())) {
            HttpResponse<String> answer = admin.get(read);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains(app.get("hint").stringValue());
            assertThat(answer.body()).doesNotContain(secret, "clientSecret");
        }
    }

    @Test
    void aCallThatIsSentAgainIsAnsweredWithTheSameSecretAndMakesNoSecondApp() throws IOException {
        String body = REGISTRATION.formatted(CALLBACK, ",\"reason\":\"once\"");
        String[] key = {"Idempotency-Key", "\"app-" + System.nanoTime() + "\""};

        HttpResponse<String> first = admin.post(apps(), body, key);
        HttpResponse<String> again = admin.post(apps(), body, key);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .contains("/admin/v1/oauth-apps/" + id(first));
        assertRefused(
                admin.post(apps(), REGISTRATION.formatted(CALLBACK, ""), key),
                422,
                "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aPublicAppHasNoSecretAndGetsNone() throws IOException {
        JsonNode phone = registered(",\"type\":\"public\"");

        assertThat(phone.has("clientSecret")).isFalse();
        assertThat(phone.has("hint")).isFalse();
        assertRefused(
                admin.post(
                        "/admin/v1/oauth-apps/" + phone.get("id").stringValue() + "/rotate-secret",
                        "{}"),
                409,
                "APP_IS_PUBLIC");
    }

    @Test
    void nobodyBringsASecretOfTheirOwn() throws IOException {
        assertRefused(
                admin.post(
                        apps(), REGISTRATION.formatted(CALLBACK, ",\"clientSecret\":\"hunter2\"")),
                400,
                "UNKNOWN_FIELD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://app.example.com/callback",
                "https://*.example.com/callback",
                "https://app.example.com/callback#fragment",
                "https://user@app.example.com/callback",
                "javascript:alert(1)",
                "https://app.example.com/callback?code=1",
                ""
            })
    void aRedirectUriThatPeopleMustNotBeSentToIsRefused(String uri) throws IOException {
        assertRefused(
                admin.post(apps(), REGISTRATION.formatted(uri, "")), 422, "REDIRECT_URI_INVALID");
        assertRefused(
                admin.patch(path(), "{\"redirectUris\":[\"%s\"]}".formatted(uri)),
                422,
                "REDIRECT_URI_INVALID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.com/logo.png",
                "data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=",
                "data:image/png;base64,R0lGODlhAQABAAAAACw=",
                "logo.png"
            })
    void aLogoIsAnImageAndNoAddress(String logo) throws IOException {
        String field = ",\"logo\":\"%s\"".formatted(logo);

        assertRefused(
                admin.post(apps(), REGISTRATION.formatted(CALLBACK, field)), 422, "LOGO_INVALID");
        assertRefused(
                admin.patch(path(), "{\"logo\":\"%s\"}".formatted(logo)), 422, "LOGO_INVALID");
    }

    @Test
    void aLogoIsUploadedShownAndRemoved() throws IOException {
        HttpResponse<String> uploaded = upload("image/jpeg", PNG);

        assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(200);
        JsonNode shown = Admin.json(admin.get(path()));
        assertThat(shown.get("logo").stringValue()).isEqualTo(LOGO);
        assertThat(shown.get("hasLogo").booleanValue()).isTrue();
        JsonNode listed = last(admin.get(apps()));
        assertThat(listed.get("hasLogo").booleanValue()).isTrue();
        assertThat(listed.has("logo")).isFalse();

        assertThat(admin.delete(path() + "/logo").statusCode()).isEqualTo(200);

        assertThat(Admin.json(admin.get(path())).has("logo")).isFalse();
        assertThat(registered(",\"logo\":\"%s\"".formatted(LOGO)).get("logo").stringValue())
                .isEqualTo(LOGO);
    }

    @Test
    void whatIsNoImageIsNotUploaded() throws IOException {
        assertRefused(upload("image/png", "<svg onload='alert(1)'>"), 422, "LOGO_INVALID");
        assertRefused(upload("image/png", ""), 422, "LOGO_INVALID");
        assertRefused(upload("image/png", PNG + "x".repeat(33_000)), 422, "LOGO_INVALID");
        assertRefused(upload("image/png", PNG + "x".repeat(70_000)), 413, "TOO_LARGE");
        assertRefused(upload("image/svg+xml", "<svg/>"), 415, "UNSUPPORTED_MEDIA_TYPE");
        assertThat(Admin.json(admin.get(path())).get("hasLogo").booleanValue()).isFalse();
    }

    @Test
    void aChangeHoldsForAllFieldsOrForNone() throws IOException {
        HttpResponse<String> refused =
                admin.patch(path(), "{\"name\":\"Make\",\"scopes\":[\"read:nonsense\"]}");
        assertRefused(refused, 422, "SCOPE_UNKNOWN");
        assertThat(Admin.json(admin.get(path())).get("name").stringValue()).isEqualTo("Zapier");

        HttpResponse<String> changed =
                admin.patch(
                        path(),
                        """
                        {"name":"Make","scopes":["read:projects"],
                         "redirectUris":["http://127.0.0.1/callback"],"logo":null}
                        """);

        assertThat(Admin.json(changed).at("/receipt/nodes/0/outcome").stringValue())
                .isEqualTo("confirmed");
        JsonNode shown = Admin.json(admin.get(path()));
        assertThat(shown.get("name").stringValue()).isEqualTo("Make");
        assertThat(shown.get("scopes").toString()).isEqualTo("[\"read:projects\"]");
        assertThat(shown.get("redirectUris").toString())
                .isEqualTo("[\"http://127.0.0.1/callback\"]");
        assertRefused(admin.patch(path(), "{}"), 400, "MISSING_FIELD");
        assertRefused(admin.patch(path(), "{\"logo\":1}"), 400, "INVALID_FIELD");
    }

    @Test
    void aChangeOfAnotherVersionIsRefused() throws IOException {
        HttpResponse<String> read = admin.get(path());
        String tag = read.headers().firstValue("ETag").orElseThrow();
        admin.patch(path(), "{\"name\":\"Make\"}");

        assertRefused(
                admin.patch(path(), "{\"name\":\"Other\"}", "If-Match", tag),
                412,
                "VERSION_MISMATCH");
        String current = admin.get(path()).headers().firstValue("ETag").orElseThrow();
        assertThat(admin.patch(path(), "{\"name\":\"Other\"}", "If-Match", current).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRotationAnswersWithTheNewSecretAndHowLongTheOldOneLasts() throws IOException {
        HttpResponse<String> rotated =
                admin.post(path() + "/rotate-secret", "{\"gracePeriod\":\"PT1H\"}");

        assertThat(rotated.statusCode()).as(rotated.body()).isEqualTo(201);
        JsonNode answer = Admin.json(rotated);
        assertThat(answer.get("clientSecret").stringValue())
                .startsWith("hbn_cs_")
                .isNotEqualTo(app.get("clientSecret").stringValue());
        assertThat(answer.get("generation").intValue()).isEqualTo(2);
        JsonNode shown = Admin.json(admin.get(path()));
        assertThat(shown.at("/previousSecret/validUntil"))
                .isEqualTo(answer.get("previousValidUntil"));
        assertThat(shown.at("/previousSecret/hint")).isEqualTo(app.get("hint"));
        assertRefused(
                admin.post(path() + "/rotate-secret", "{\"gracePeriod\":\"PT1H\"}"),
                409,
                "ROTATION_IN_GRACE");
    }

    @Test
    void aRotationWithoutGraceEndsTheOldOnesAtOnceAndIsAnsweredOnce() throws IOException {
        String[] key = {"Idempotency-Key", "\"rotation-" + System.nanoTime() + "\""};
        HttpResponse<String> rotated =
                admin.post(path() + "/rotate-secret", "{\"gracePeriod\":\"PT0S\"}", key);

        assertThat(rotated.statusCode()).as(rotated.body()).isEqualTo(201);
        assertThat(Admin.json(rotated).has("previousValidUntil")).isFalse();
        assertThat(Admin.json(admin.get(path())).has("previousSecret")).isFalse();
        assertThat(admin.post(path() + "/rotate-secret", "{\"gracePeriod\":\"PT0S\"}", key).body())
                .isEqualTo(rotated.body());
        assertThat(Admin.json(admin.get(path())).get("generation").intValue()).isEqualTo(2);
    }

    @Test
    void aDeletedAppStaysInTheListsAndTakesNoChange() throws IOException {
        HttpResponse<String> deleted = admin.delete(path() + "?reason=no%20longer%20used");

        assertThat(deleted.statusCode()).as(deleted.body()).isEqualTo(200);
        assertThat(Admin.json(deleted).at("/receipt/nodes/0/outcome").stringValue())
                .isEqualTo("confirmed");
        JsonNode shown = Admin.json(admin.get(path()));
        assertThat(shown.get("status").stringValue()).isEqualTo("deleted");
        assertRefused(admin.patch(path(), "{\"name\":\"x\"}"), 409, "APP_DELETED");
        assertRefused(admin.post(path() + "/rotate-secret", "{}"), 409, "APP_DELETED");
        assertThat(admin.delete(path()).statusCode()).isEqualTo(200);
        JsonNode last = last(admin.get(path() + "/history"));
        assertThat(last.get("what").stringValue())
                .isEqualTo("App deleted: none of its tokens is accepted.");
        assertThat(last.get("why").stringValue()).isEqualTo("no longer used");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"redirectUris":["https://a.example"],"scopes":["read:members"]}                         | 400 | MISSING_FIELD
                    {"name":"x","scopes":["read:members"]}                                                   | 400 | MISSING_FIELD
                    {"name":"x","redirectUris":["https://a.example"]}                                        | 400 | MISSING_FIELD
                    {"name":"x","redirectUris":[null],"scopes":["read:members"]}                             | 400 | INVALID_FIELD
                    {"name":"x","redirectUris":["https://a.example"],"scopes":["read:members"],"type":"web"} | 400 | INVALID_FIELD
                    {"name":"x","redirectUris":["https://a.example"],"scopes":["x"]}                         | 422 | SCOPE_UNKNOWN
                    {"name":"x","redirectUris":["https://a.example"],"scopes":[]}                            | 422 | SCOPE_MISSING
                    {"name":" ","redirectUris":["https://a.example"],"scopes":["read:members"]}              | 422 | NAME_INVALID
                    {"name":"x","redirectUris":[],"scopes":["read:members"]}                                 | 422 | REDIRECT_URIS_COUNT
                    """)
    void aBadRegistrationIsRefused(String body, int status, String code) throws IOException {
        assertRefused(admin.post(apps(), body), status, code);
    }

    @Test
    void whatIsNotThereIsNotFoundWhateverItLooksLike() throws IOException {
        for (String id : List.of("app_" + "0".repeat(20), "nonsense", workspace)) {
            String nowhere = "/admin/v1/oauth-apps/" + id;
            assertRefused(admin.get(nowhere), 404, "APP_UNKNOWN");
            assertRefused(admin.get(nowhere + "/history"), 404, "APP_UNKNOWN");
            assertRefused(admin.patch(nowhere, "{\"name\":\"x\"}"), 404, "APP_UNKNOWN");
            assertRefused(admin.post(nowhere + "/rotate-secret", "{}"), 404, "APP_UNKNOWN");
            assertRefused(admin.delete(nowhere + "/logo"), 404, "APP_UNKNOWN");
            assertRefused(admin.delete(nowhere), 404, "APP_UNKNOWN");
        }
        String nowhere = "/admin/v1/workspaces/ws_" + "0".repeat(20) + "/oauth-apps";
        assertRefused(admin.get(nowhere), 404, "WORKSPACE_UNKNOWN");
        assertRefused(
                admin.post(nowhere, REGISTRATION.formatted(CALLBACK, "")),
                404,
                "WORKSPACE_UNKNOWN");
    }

    @Test
    void aHubWithoutOAuthHasNoApps() throws IOException {
        String leads =
                id(
                        admin.post(
                                "/admin/v1/hubs/hubhus/workspaces",
                                "{\"name\":\"Leads\",\"plan\":\"standard\"}"));

        assertRefused(
                admin.post(
                        "/admin/v1/workspaces/" + leads + "/oauth-apps",
                        REGISTRATION.formatted(CALLBACK, "")),
                409,
                "OAUTH_NOT_OFFERED");
    }

    @Test
    void readingIsNotChanging() throws IOException {
        String reader = admin.operatorsKey("apps:read");

        assertThat(admin.as(reader, "GET", path(), "").statusCode()).isEqualTo(200);
        assertThat(admin.as(reader, "GET", apps(), "").statusCode()).isEqualTo(200);
        for (String change : List.of("PATCH", "DELETE")) {
            assertThat(admin.as(reader, change, path(), "{\"name\":\"x\"}").statusCode())
                    .isEqualTo(403);
        }
        assertThat(admin.as(reader, "POST", path() + "/rotate-secret", "{}").statusCode())
                .isEqualTo(403);
        assertThat(admin.as(reader, "PUT", path() + "/logo", "").statusCode()).isEqualTo(403);
        assertThat(admin.as(reader, "GET", path() + "/history", "").statusCode()).isEqualTo(403);
    }

    private static JsonNode registered(String more) throws IOException {
        HttpResponse<String> answer = admin.post(apps(), REGISTRATION.formatted(CALLBACK, more));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Admin.json(answer);
    }

    private static String apps() {
        return "/admin/v1/workspaces/" + workspace + "/oauth-apps";
    }

    private String path() {
        return "/admin/v1/oauth-apps/" + app.get("id").stringValue();
    }

    private HttpResponse<String> upload(String type, String bytes) throws IOException {
        return admin.putAs(type, path() + "/logo", bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static JsonNode last(HttpResponse<String> answer) {
        JsonNode items = Admin.json(answer).get("items");
        return items.get(items.size() - 1);
    }

    private static String id(HttpResponse<String> answer) {
        return Admin.json(answer).get("id").stringValue();
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Admin.json(answer).get("code").stringValue()).isEqualTo(code);
    }
}
