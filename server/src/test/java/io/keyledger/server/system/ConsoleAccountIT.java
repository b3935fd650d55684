package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.HubPeople.Person;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One's own account in the console, and how the first admin gets one. */
@ExtendWith(SharedServer.class)
class ConsoleAccountIT {

    private static final String OTHER_PASSWORD = "another long password";

    private static RunningServer server;
    private static Console console;
    private static Console operators;
    private static HubPeople hub;
    private static String workspace;

    @BeforeAll
    static void prepare(RunningServer running) throws IOException {
        server = running;
        console = new Console(server, "nextoria");
        operators = new Console(server, "keyledger");
        hub = new HubPeople(server, "nextoria");
        workspace = hub.workspace("Acme", "growth");
    }

    @Test
    void thePageSaysWhoSomebodyIsAndWhatTheyAreWhere() throws IOException {
        Person auditor = hub.staff("auditor", workspace);

        HttpResponse<String> page = account(console.visitor(auditor));

        assertThat(page.body())
                .contains("Ada Lovelace", auditor.email(), "auditor</span> of <bdi>Acme")
                .contains("Apps that act for you", "None.");
    }

    @Test
    void anotherPasswordSignsEveryOtherBrowserOut() throws IOException {
        Person person = hub.staff("member", workspace);
        Visitor here = console.visitor(person);
        Visitor there = console.visitor(person);

        HttpResponse<String> wrong = change(here, "wrong", OTHER_PASSWORD);
        HttpResponse<String> tooShort = change(here, HubPeople.PASSWORD, "short");
        HttpResponse<String> done = change(here, HubPeople.PASSWORD, OTHER_PASSWORD);

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"problem-current\"", "This is not your password.");
        assertThat(tooShort.body()).contains("id=\"problem-new\"", "12 to 128 characters");
        assertThat(here.follow(done).body()).contains("Your password was changed.");
        assertThat(account(there).statusCode()).isEqualTo(303);
    }

    @Test
    void signingOutEverywhereEndsEverySession() throws IOException {
        Person person = hub.staff("member", workspace);
        Visitor here = console.visitor(person);
        Visitor there = console.visitor(person);

        here.submit(account(here), "/console/nextoria/sign-out", Map.of("where", "everywhere"));

        assertThat(account(here).statusCode()).isEqualTo(303);
        assertThat(account(there).statusCode()).isEqualTo(303);
    }

    @Test
    void aHubWithoutOAuthSpeaksOfNoApps() throws IOException {
        HubPeople hubhus = new HubPeople(server, "hubhus");
        Console its = new Console(server, "hubhus");
        Visitor visitor = its.visitor(hubhus.person());

        assertThat(visitor.open(its.url("/account")).body())
                .contains("you belong to no workspace")
                .doesNotContain("Apps that act for you");
    }

    /** What is somebody else's looks like what never was. */
    @Test
    void nobodyWithdrawsForSomebodyElse() throws IOException {
        Visitor visitor = console.visitor(hub.staff("member", workspace));
        Map<String, String> fields = new HashMap<>(Visitor.hidden(account(visitor).body()));
        fields.put("grant", "grt_00000000000000000000");

        assertThat(visitor.post(console.url("/account/withdraw"), fields).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theOperatorKeyMakesTheFirstAdminWhoIsSignedInAtOnce() throws IOException {
        Visitor visitor = Visitor.anywhere();
        String email = email();
        assertThat(visitor.open(operators.url("/sign-in")).body()).contains("/first-admin");

        HttpResponse<String> answer =
                become(visitor, server.operatorKey(), email, HubPeople.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(visitor.follow(answer).body()).contains("Workspaces of", email);
        operators.visitor(new Person("", email));
        assertThat(hub.admin().get("/admin/v1/hubs/keyledger/accounts?limit=200").body())
                .contains(email, "\"createdBy\":\"key:");
    }

    @Test
    void aDoubleClickMakesOneAdmin() throws IOException {
        Visitor visitor = Visitor.anywhere();
        HttpResponse<String> form = visitor.open(operators.url("/first-admin"));
        Map<String, String> fields = fields(server.operatorKey(), email(), HubPeople.PASSWORD);

        visitor.submit(form, fields);
        fields.put("csrf", csrf(visitor));

        assertThat(visitor.submit(form, fields).statusCode()).isEqualTo(303);
    }

    /** A password that nobody can have leaves no half of an account behind. */
    @Test
    void whatIsRefusedLeavesNothingBehind() throws IOException {
        Visitor visitor = Visitor.anywhere();
        String email = email();

        HttpResponse<String> tooShort = become(visitor, server.operatorKey(), email, "short");

        assertThat(tooShort.statusCode()).isEqualTo(422);
        assertThat(tooShort.body())
                .contains("id=\"problem-password\"", email)
                .doesNotContain(server.operatorKey());
        assertThat(become(visitor, server.operatorKey(), email, HubPeople.PASSWORD).statusCode())
                .isEqualTo(303);
    }

    @Test
    void noOtherKeyOpensIt() throws IOException {
        String email = email();
        String lesser = hub.admin().operatorsKey("accounts:write");

        for (String key : new String[] {"", "klg_nonsense", lesser}) {
            HttpResponse<String> page = become(Visitor.anywhere(), key, email, HubPeople.PASSWORD);
            assertThat(page.statusCode()).isEqualTo(422);
            assertThat(page.body()).contains("id=\"problem-key\"", "It takes the operator key.");
        }
        assertThat(hub.admin().get("/admin/v1/hubs/keyledger/accounts?limit=200").body())
                .doesNotContain(email);
    }

    @Test
    void tryingKeysIsSlowedDown() throws IOException {
        Visitor visitor = Visitor.from("127.0.0.77");
        HttpResponse<String> page = visitor.open(operators.url("/first-admin"));
        for (int i = 0; i < 11; i++) {
            page = become(visitor, "klg_nonsense" + i, email(), HubPeople.PASSWORD);
        }

        assertThat(page.body()).contains("Too many attempts");
    }

    @Test
    void thereIsAFirstAdminAtNoOtherHub() throws IOException {
        assertThat(Visitor.anywhere().open(console.url("/first-admin")).statusCode())
                .isEqualTo(404);
    }

    private static HttpResponse<String> account(Visitor visitor) throws IOException {
        return visitor.open(console.url("/account"));
    }

    private static HttpResponse<String> change(Visitor visitor, String current, String wanted)
            throws IOException {
        return visitor.submit(
                visitor.open(console.url("/account/password")),
                Map.of("current", current, "new", wanted));
    }

    private static HttpResponse<String> become(
            Visitor visitor, String key, String email, String password) throws IOException {
        return visitor.submit(
                visitor.open(operators.url("/first-admin")), fields(key, email, password));
    }

    private static Map<String, String> fields(String key, String email, String password) {
        return new HashMap<>(
                Map.of("key", key, "email", email, "name", "Olga", "password", password));
    }

    private static String csrf(Visitor visitor) throws IOException {
        String page = visitor.open(operators.url("/account")).body();
        return String.valueOf(Visitor.hidden(page).get("csrf"));
    }

    private static String email() {
        return "olga-" + System.nanoTime() + "@example.com";
    }
}
