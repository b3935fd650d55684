package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** People over HTTP: accounts, passwords, and who belongs to which workspace. */
@ExtendWith(SharedServer.class)
class AccountsIT {

    private static final String ACCOUNTS = "/admin/v1/hubs/hubnity/accounts";
    private static final String NOWHERE = "acc_" + "0".repeat(20);

    private static Admin admin;
    private static String workspace;

    private String email = "";
    private String account = "";

    @BeforeAll
    static void connect(RunningServer server) throws IOException {
        admin = new Admin(server);
        workspace = admin.workspace("enterprise");
    }

    @BeforeEach
    void register() throws IOException {
        email = "mia-" + System.nanoTime() + "@example.com";
        account = registered("hubnity", email, "");
    }

    @Test
    void anAccountShowsWhoThePersonIs() throws IOException {
        HttpResponse<String> shown = admin.get(path());

        assertThat(shown.headers().firstValue("ETag")).contains("\"0\"");
        JsonNode answer = Admin.json(shown);
        assertThat(answer.get("email").stringValue()).isEqualTo(email);
        assertThat(answer.get("name").stringValue()).isEqualTo("Mia");
        assertThat(answer.get("hub").stringValue()).isEqualTo("hubnity");
        assertThat(answer.get("status").stringValue()).isEqualTo("active");
        assertThat(answer.get("createdBy").stringValue()).startsWith("key:");
        assertThat(answer.has("passwordSetAt")).isFalse();
        assertThat(Admin.json(admin.get(ACCOUNTS + "?limit=200")).get("items").toString())
                .contains(account);
    }

    @Test
    void anAddressBelongsToOneAccountOfAHubWhateverItsCase() throws IOException {
        assertRefused(register("hubnity", email, ""), 409, "EMAIL_TAKEN");
        assertRefused(register("hubnity", email.toUpperCase(Locale.ROOT), ""), 409, "EMAIL_TAKEN");
        assertThat(register("nextoria", email, "").statusCode()).isEqualTo(201);

        admin.delete(path());

        assertThat(register("hubnity", email, "").statusCode()).isEqualTo(201);
    }

    @Test
    void aCallThatIsSentAgainRegistersOnePerson() throws IOException {
        String[] key = {"Idempotency-Key", "\"account-" + System.nanoTime() + "\""};
        String body = "{\"email\":\"x-%s\",\"name\":\"X\"}".formatted(email);

        HttpResponse<String> first = admin.post(ACCOUNTS, body, key);
        HttpResponse<String> again = admin.post(ACCOUNTS, body, key);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"name":"x"}                                                                               | 400 | MISSING_FIELD
                    {"email":"x@example.com"}                                                                  | 400 | MISSING_FIELD
                    {"email":"x@example.com","name":"x","password":"correct horse battery"}                    | 400 | UNKNOWN_FIELD
                    {"email":"x@example.com","name":"x","identity":{"issuer":"https://id.example.com"}}        | 400 | MISSING_FIELD
                    {"email":"x@example.com","name":"x","identity":{"issuer":"http://a.example","subject":"1"}} | 422 | IDENTITY_INVALID
                    {"email":"nonsense","name":"x"}                                                            | 422 | EMAIL_INVALID
                    {"email":"x@example.com","name":""}                                                        | 422 | NAME_INVALID
                    """)
    void aBadRegistrationIsRefused(String body, int status, String code) throws IOException {
        assertRefused(admin.post(ACCOUNTS, body), status, code);
    }

    @Test
    void anIdentityIsLinkedToOneAccountAndTakenAway() throws IOException {
        String identity =
                "{\"issuer\":\"https://id.example.com\",\"subject\":\"%s\"}"
                        .formatted(System.nanoTime());

        assertThat(admin.patch(path(), "{\"identity\":%s}".formatted(identity)).statusCode())
                .isEqualTo(200);

        assertThat(Admin.json(admin.get(path())).get("identity").toString()).isEqualTo(identity);
        assertRefused(
                register("hubnity", "x-" + email, ",\"identity\":" + identity),
                409,
                "IDENTITY_TAKEN");
        assertThat(admin.patch(path(), "{\"identity\":null}").statusCode()).isEqualTo(200);
        assertThat(Admin.json(admin.get(path())).has("identity")).isFalse();
        assertRefused(admin.patch(path(), "{\"identity\":\"x\"}"), 400, "INVALID_FIELD");
        assertRefused(admin.patch(path(), "{\"identity\":{\"iss\":\"x\"}}"), 400, "INVALID_FIELD");
        assertRefused(admin.patch(path(), "{}"), 400, "MISSING_FIELD");
    }

    @Test
    void aChangeOfAnotherVersionIsRefused() throws IOException {
        admin.patch(path(), "{\"name\":\"Mia M.\"}");

        assertRefused(
                admin.patch(path(), "{\"name\":\"Other\"}", "If-Match", "\"0\""),
                412,
                "VERSION_MISMATCH");
        assertThat(Admin.json(admin.get(path())).get("name").stringValue()).isEqualTo("Mia M.");
    }

    @Test
    void aPasswordIsSetAndNeverShown() throws IOException {
        String password = "correct horse " + System.nanoTime();

        HttpResponse<String> set =
                admin.put(
                        path() + "/password",
                        "{\"password\":\"%s\",\"reason\":\"forgotten\"}".formatted(password));

        assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
        assertThat(set.body()).doesNotContain(password);
        assertThat(Admin.json(admin.get(path())).has("passwordSetAt")).isTrue();
        HttpResponse<String> history = admin.get(path() + "/history");
        JsonNode last = last(history);
        assertThat(last.get("what").stringValue()).isEqualTo("Password set.");
        assertThat(last.get("why").stringValue()).isEqualTo("forgotten");
        assertThat(history.body()).doesNotContain(password, "argon2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"password":"elevenchars"} | 422 | PASSWORD_INVALID
                    {}                         | 400 | MISSING_FIELD
                    {"password":123456789012}  | 400 | INVALID_FIELD
                    """)
    void aBadPasswordIsRefusedAndNotRepeated(String body, int status, String code)
            throws IOException {
        HttpResponse<String> refused = admin.put(path() + "/password", body);

        assertRefused(refused, status, code);
        assertThat(refused.body()).doesNotContain("elevenchars", "123456789012");
        assertThat(Admin.json(admin.get(path())).has("passwordSetAt")).isFalse();
    }

    @Test
    void aMemberJoinsGetsAnotherRoleAndLeaves() throws IOException {
        HttpResponse<String> joined = admin.put(member(account), "{\"role\":\"member\"}");
        assertThat(joined.statusCode()).as(joined.body()).isEqualTo(200);
        admin.put(member(account), "{\"role\":\"auditor\"}");

        JsonNode listed = last(admin.get("/admin/v1/workspaces/" + workspace + "/members"));
        assertThat(listed.get("account").stringValue()).isEqualTo(account);
        assertThat(listed.get("role").stringValue()).isEqualTo("auditor");
        assertThat(listed.get("email").stringValue()).isEqualTo(email);
        assertThat(last(admin.get(path() + "/workspaces")).get("workspace").stringValue())
                .isEqualTo(workspace);

        HttpResponse<String> left = admin.delete(member(account));

        assertThat(Admin.json(left).at("/receipt/nodes/0/outcome").stringValue())
                .isEqualTo("confirmed");
        assertThat(admin.get(path() + "/workspaces").body()).doesNotContain(workspace);
        assertThat(sentences())
                .endsWith(
                        "Member of %s as member.".formatted(workspace),
                        "Member of %s as auditor, no longer as member.".formatted(workspace),
                        "No longer auditor of %s: tokens for this person there are refused."
                                .formatted(workspace));
    }

    @Test
    void anAccountOfAnotherHubLooksLikeNone() throws IOException {
        String foreign = registered("nextoria", email, "");

        for (String id : List.of(foreign, NOWHERE, "nonsense")) {
            assertRefused(admin.put(member(id), "{\"role\":\"member\"}"), 404, "ACCOUNT_UNKNOWN");
            assertRefused(admin.delete(member(id)), 404, "ACCOUNT_UNKNOWN");
        }
        assertThat(refusal(foreign)).isEqualTo(refusal(NOWHERE));
    }

    /** Without what the caller has sent, and what names the one call. */
    private static String refusal(String id) throws IOException {
        return admin.put(member(id), "{\"role\":\"member\"}")
                .body()
                .replace(id, "")
                .replaceAll("\"correlationId\":\"[^\"]+\"", "");
    }

    @Test
    void whatIsNotThereIsNotFound() throws IOException {
        for (String id : List.of(NOWHERE, "nonsense")) {
            String nowhere = "/admin/v1/accounts/" + id;
            assertRefused(admin.get(nowhere), 404, "ACCOUNT_UNKNOWN");
            assertRefused(admin.get(nowhere + "/history"), 404, "ACCOUNT_UNKNOWN");
            assertRefused(admin.get(nowhere + "/workspaces"), 404, "ACCOUNT_UNKNOWN");
            assertRefused(admin.patch(nowhere, "{\"name\":\"x\"}"), 404, "ACCOUNT_UNKNOWN");
            assertRefused(admin.delete(nowhere), 404, "ACCOUNT_UNKNOWN");
            assertRefused(
                    admin.put(nowhere + "/password", "{\"password\":\"correct horse 1\"}"),
                    404,
                    "ACCOUNT_UNKNOWN");
        }
        assertRefused(admin.get("/admin/v1/hubs/nowhere/accounts"), 404, "HUB_UNKNOWN");
        assertRefused(
                admin.post(
                        "/admin/v1/hubs/nowhere/accounts",
                        "{\"email\":\"a@b.example\",\"name\":\"x\"}"),
                404,
                "HUB_UNKNOWN");
        String nowhere = "/admin/v1/workspaces/ws_" + "0".repeat(20) + "/members";
        assertRefused(admin.get(nowhere), 404, "WORKSPACE_UNKNOWN");
        assertRefused(
                admin.put(nowhere + "/" + account, "{\"role\":\"member\"}"),
                404,
                "WORKSPACE_UNKNOWN");
        assertRefused(admin.put(member(account), "{\"role\":\"owner\"}"), 400, "INVALID_FIELD");
    }

    @Test
    void aClosedAccountBelongsNowhereAndTakesNoChange() throws IOException {
        admin.put(member(account), "{\"role\":\"admin\"}");
        admin.put(path() + "/password", "{\"password\":\"correct horse battery\"}");

        HttpResponse<String> closed = admin.delete(path() + "?reason=left");

        assertThat(Admin.json(closed).at("/receipt/nodes/0/outcome").stringValue())
                .isEqualTo("confirmed");
        JsonNode shown = Admin.json(admin.get(path()));
        assertThat(shown.get("status").stringValue()).isEqualTo("closed");
        assertThat(shown.has("passwordSetAt")).isFalse();
        assertThat(Admin.json(admin.get(path() + "/workspaces")).get("items").size()).isZero();
        assertRefused(admin.patch(path(), "{\"name\":\"x\"}"), 409, "ACCOUNT_CLOSED");
        assertRefused(
                admin.put(path() + "/password", "{\"password\":\"correct horse battery\"}"),
                409,
                "ACCOUNT_CLOSED");
        assertRefused(admin.put(member(account), "{\"role\":\"member\"}"), 409, "ACCOUNT_CLOSED");
    }

    @Test
    void readingIsNotChanging() throws IOException {
        String reader = admin.operatorsKey("accounts:read");

        assertThat(admin.as(reader, "GET", path(), "").statusCode()).isEqualTo(200);
        assertThat(admin.as(reader, "GET", ACCOUNTS, "").statusCode()).isEqualTo(200);
        assertThat(admin.as(reader, "PATCH", path(), "{\"name\":\"x\"}").statusCode())
                .isEqualTo(403);
        assertThat(admin.as(reader, "PUT", path() + "/password", "{}").statusCode()).isEqualTo(403);
        assertThat(admin.as(reader, "PUT", member(account), "{}").statusCode()).isEqualTo(403);
        assertThat(admin.as(reader, "GET", path() + "/history", "").statusCode()).isEqualTo(403);
    }

    /** Else a key for the people of one hub could make itself an administrator of all. */
    @Test
    void whoeverHasNotEveryScopeCannotTouchThePeopleOfKeyledgerItself() throws IOException {
        String operator = registered("keyledger", "op-" + email, "");
        String writer = admin.operatorsKey("accounts:write");
        String path = "/admin/v1/accounts/" + operator;

        assertForbidden(
                admin.as(
                        writer,
                        "POST",
                        "/admin/v1/hubs/keyledger/accounts",
                        "{\"email\":\"me-%s\",\"name\":\"Me\"}".formatted(email)));
        assertForbidden(admin.as(writer, "PATCH", path, "{\"name\":\"Me\"}"));
        assertForbidden(
                admin.as(
                        writer,
                        "PUT",
                        path + "/password",
                        "{\"password\":\"correct horse battery\"}"));
        assertForbidden(admin.as(writer, "DELETE", path, ""));
        assertForbidden(
                admin.as(
                        writer,
                        "PUT",
                        "/admin/v1/workspaces/" + admin.operators() + "/members/" + operator,
                        "{\"role\":\"admin\"}"));
        assertThat(admin.as(writer, "PATCH", path(), "{\"name\":\"Me\"}").statusCode())
                .isEqualTo(200);
    }

    private static void assertForbidden(HttpResponse<String> answer) {
        assertRefused(answer, 403, "SCOPE_NOT_GRANTABLE");
    }

    private static HttpResponse<String> register(String hub, String email, String more)
            throws IOException {
        return admin.post(
                "/admin/v1/hubs/" + hub + "/accounts",
                "{\"email\":\"%s\",\"name\":\"Mia\"%s}".formatted(email, more));
    }

    private static String registered(String hub, String email, String more) throws IOException {
        HttpResponse<String> answer = register(hub, email, more);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Admin.json(answer).get("id").stringValue();
    }

    private String path() {
        return "/admin/v1/accounts/" + account;
    }

    private static String member(String id) {
        return "/admin/v1/workspaces/" + workspace + "/members/" + id;
    }

    private List<String> sentences() throws IOException {
        return Admin.json(admin.get(path() + "/history"))
                .get("items")
                .valueStream()
                .map(item -> item.get("what").stringValue())
                .toList();
    }

    private static JsonNode last(HttpResponse<String> answer) {
        JsonNode items = Admin.json(answer).get("items");
        return items.get(items.size() - 1);
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Admin.json(answer).get("code").stringValue()).isEqualTo(code);
    }
}
