package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.Browser.Scheme;
import io.keyledger.server.system.HubPeople.Person;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Workspaces and their plans in the console, for their people and for operators. */
@ExtendWith(SharedServer.class)
class ConsoleWorkspacesIT {

    @TempDir static Path folder;

    private static RunningServer server;
    private static Admin api;
    private static HubPeople hub;
    private static Console console;
    private static Console operators;
    private static Person person;
    private static Visitor operator;
    private static Visitor reader;

    private String workspace = "";

    @BeforeAll
    static void prepare(RunningServer running) throws IOException {
        server = running;
        hub = new HubPeople(server, "hubnity");
        api = hub.admin();
        console = new Console(server, "hubnity");
        operators = new Console(server, "keyledger");
        HubPeople keyledger = new HubPeople(server, "keyledger");
        person = keyledger.staff("admin", api.operators());
        operator = operators.visitor(person);
        reader = operators.visitor(keyledger.staff("auditor", api.operators()));
    }

    @BeforeEach
    void register() throws IOException {
        workspace = hub.workspace("Acme", "enterprise");
    }

    @ParameterizedTest
    @CsvSource({
        "hubnity, enterprise, '100 requests a minute for each key, bursts of 100'",
        "hubnity, team, 'This plan has no API access: every request is refused.'",
        "nextoria, growth, '300 requests a minute for the whole workspace, bursts of 500'",
        "onboardinghub, growth, '500 requests an hour for each key, bursts of 500'"
    })
    void aPlanIsToldInWords(String of, String plan, String words) throws IOException {
        String id = new HubPeople(server, of).workspace("Told", plan);

        assertThat(operator.open(operators.url(id, "")).body()).contains(words);
    }

    @Test
    void anAdminReadsTheirWorkspaceAndIsOfferedNoChange() throws IOException {
        Visitor admin = console.visitor(hub.staff("admin", workspace));
        HttpResponse<String> page = admin.open(console.url(workspace, ""));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(main(page))
                .contains("Acme", "enterprise")
                .doesNotContain("<form", "Change plan");
        assertThat(admin.open(console.url(workspace, "/plan")).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/plan"})
    void onlyAnOperatorChangesAWorkspace(String page) throws IOException {
        Visitor admin = console.visitor(hub.staff("admin", workspace));
        Map<String, String> form = form(admin.open(console.url(workspace, "")));
        Map<String, String> read = form(reader.open(operators.url(workspace, "")));

        assertThat(admin.post(console.url(workspace, page), form).statusCode()).isEqualTo(404);
        assertThat(reader.post(operators.url(workspace, page), read).statusCode()).isEqualTo(403);
        assertThat(view(workspace).get("plan").stringValue()).isEqualTo("enterprise");
        assertThat(view(workspace).get("status").stringValue()).isEqualTo("active");
    }

    @Test
    void aWorkspaceIsRenamed() throws IOException {
        HttpResponse<String> page = operator.open(operators.url(workspace, ""));

        HttpResponse<String> renamed =
                operator.submit(page, Map.of("do", "rename", "name", "Acme & Sons"));
        HttpResponse<String> refused = operator.submit(page(), Map.of("do", "rename", "name", " "));

        assertThat(renamed.body()).contains("Acme &amp; Sons", "Ledger position");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"problem-name\"");
    }

    @Test
    void aWorkspaceIsSuspendedAndResumedWithReasonAndReceipt() throws IOException {
        String secret = api.key(workspace).secret();
        HttpResponse<String> page = page();

        HttpResponse<String> suspended =
                operator.submit(page, Map.of("do", "suspend", "reason", "unpaid"));
        assertThat(suspended.body()).contains("Ledger position", "Resume workspace");
        assertThat(api.verify(secret)).isEqualTo("SUSPENDED");

        operator.submit(page, Map.of("do", "suspend", "reason", "unpaid"));
        operator.submit(page(), Map.of("do", "resume", "reason", "paid"));
        assertThat(api.verify(secret)).isEqualTo("VALID");
        assertThat(view(workspace).get("status").stringValue()).isEqualTo("active");
    }

    @Test
    void anOperatorDoesNotSuspendTheirOwnWorkspace() throws IOException {
        HttpResponse<String> refused =
                operator.submit(
                        operator.open(operators.url(api.operators(), "")),
                        Map.of("do", "suspend", "reason", "oops"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("belongs to this workspace", "value=\"oops\"");
    }

    @Test
    void aPlanIsComparedBeforeItIsChanged() throws IOException {
        String secret = api.key(workspace).secret();
        HttpResponse<String> told = operator.open(operators.url(workspace, "/plan?to=team"));
        assertThat(told.body())
                .contains("From enterprise to team")
                .contains("With this plan every request of the workspace is refused");
        assertThat(api.verify(secret)).isEqualTo("VALID");

        HttpResponse<String> changed = operator.submit(told, Map.of("reason", "cancelled"));
        assertThat(changed.body()).contains("Ledger position", "Plan team");
        assertThat(api.verify(secret)).isEqualTo("FORBIDDEN_PLAN");
    }

    @Test
    void aPlanThatTheHubHasNotIsRefused() throws IOException {
        HttpResponse<String> refused =
                operator.submit(
                        operator.open(operators.url(workspace, "/plan?to=team")),
                        Map.of("to", "platinum"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("The hub has no such plan.");
    }

    @Test
    void aWorkspaceIsRegisteredOnceHoweverOftenTheFormIsSent() throws IOException {
        HttpResponse<String> form = operator.open(operators.url("/workspaces/new?of=hubnity"));
        Map<String, String> typed =
                Map.of("name", "Umbrella", "plan", "team", "externalId", "u-" + System.nanoTime());

        HttpResponse<String> first = operator.submit(form, typed);
        HttpResponse<String> second = operator.submit(form, typed);

        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(Visitor.target(second)).isEqualTo(Visitor.target(first));
        assertThat(operator.follow(first).body()).contains("Umbrella", "Hubnity");
    }

    @Test
    void nothingTypedIsLostWhenAWorkspaceIsRefused() throws IOException {
        String taken = "t-" + System.nanoTime();
        String url = operators.url("/workspaces/new?of=hubnity");
        Map<String, String> typed = Map.of("name", "Twin", "plan", "team", "externalId", taken);
        operator.submit(operator.open(url), typed);

        HttpResponse<String> refused = operator.submit(operator.open(url), typed);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"problem-externalId\"", "value=\"Twin\"", "value=\"" + taken + "\"")
                .containsPattern("value=\"team\"[^>]* checked");
    }

    @Test
    void onlyAnOperatorRegistersAWorkspace() throws IOException {
        Visitor admin = console.visitor(hub.staff("admin", workspace));
        Map<String, String> form = form(admin.open(console.url(workspace, "")));
        Map<String, String> read = form(reader.open(operators.url("")));
        String path = "/workspaces/new";

        assertThat(admin.open(console.url(path + "?of=hubnity")).statusCode()).isEqualTo(404);
        assertThat(admin.post(console.url(path), form).statusCode()).isEqualTo(404);
        assertThat(reader.open(operators.url(path + "?of=hubnity")).statusCode()).isEqualTo(403);
        assertThat(reader.post(operators.url(path), read).statusCode()).isEqualTo(403);
        assertThat(operator.open(operators.url(path + "?of=nohub")).statusCode()).isEqualTo(404);
    }

    @Test
    void aForeignWorkspaceLooksExactlyLikeNone() throws IOException {
        Visitor admin = console.visitor(hub.staff("admin", hub.workspace("Own", "enterprise")));
        HttpResponse<String> theirs = admin.open(console.url(workspace, ""));

        assertThat(theirs.statusCode()).isEqualTo(404);
        assertThat(theirs.body())
                .isEqualTo(admin.open(console.url("ws_00000000000000000000", "")).body());
    }

    @Test
    void operatorsFindWorkspacesByName() throws IOException {
        String name = "Needle " + System.nanoTime();
        hub.workspace(name, "team");

        String found = operator.open(search(name.substring(2).toUpperCase(Locale.ROOT))).body();
        String none = operator.open(search("%")).body();

        assertThat(found).contains(name);
        assertThat(main(found)).doesNotContain(">Acme<");
        assertThat(none).contains("No workspace of this hub has this in its name.");
    }

    @ParameterizedTest
    @EnumSource
    void operatorsWorkOnAPhone(Scheme scheme) {
        try (Browser browser = Browser.phone(folder, scheme)) {
            operators.enter(browser, person, operators.url("?of=hubnity"));
            Console.lookAtPhone(browser);
            browser.press("New workspace");
            Console.lookAtPhone(browser);
            browser.type("Name", "Phone");
            browser.tick("enterprise");
            browser.press("Register workspace");
            Console.lookAtPhone(browser);
            browser.press("Change plan");
            browser.press("team");
            Console.lookAtPhone(browser);
            browser.press("Change the plan to team");
            Console.lookAtPhone(browser);
            browser.press("Phone");
            browser.type("Reason", "unpaid");
            browser.press("Suspend workspace");
            assertThat(browser.text()).contains("Ledger position");
            Console.lookAtPhone(browser);
        }
    }

    private HttpResponse<String> page() throws IOException {
        return operator.open(operators.url(workspace, ""));
    }

    private static String search(String name) {
        return operators.url("?" + Visitor.encoded(Map.of("of", "hubnity", "name", name)));
    }

    private static Map<String, String> form(HttpResponse<String> page) {
        Map<String, String> form = new HashMap<>(Visitor.hidden(page.body()));
        form.putAll(
                Map.of(
                        "do", "suspend", "to", "team", "of", "hubnity", "name", "X", "plan",
                        "team"));
        form.put("once", "11111111-1111-4111-8111-" + System.nanoTime() % 1_000_000_000_000L);
        return form;
    }

    private static JsonNode view(String id) throws IOException {
        return Admin.json(api.get("/admin/v1/workspaces/" + id));
    }

    private static String main(HttpResponse<String> page) {
        return main(page.body());
    }

    private static String main(String body) {
        return body.substring(body.indexOf("<main"));
    }
}
