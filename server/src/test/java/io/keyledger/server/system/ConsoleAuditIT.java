package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.Admin.IssuedKey;
import io.keyledger.server.system.Browser.Scheme;
import io.keyledger.server.system.HubPeople.Person;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What auditors and admins see of the past in the console, and what they do not. */
@ExtendWith(SharedServer.class)
class ConsoleAuditIT {

    @TempDir static Path folder;

    private static Console console;
    private static Console operators;
    private static HubPeople hub;
    private static String workspace;
    private static String foreign;
    private static IssuedKey key;
    private static IssuedKey foreignKey;
    private static Person admin;
    private static Person auditor;
    private static Person operator;

    @BeforeAll
    static void prepare(RunningServer server) throws IOException {
        console = new Console(server, "hubnity");
        operators = new Console(server, "keyledger");
        hub = new HubPeople(server, "hubnity");
        workspace = hub.workspace("Acme", "enterprise");
        foreign = hub.workspace("Foreign", "enterprise");
        key = hub.admin().key(workspace);
        foreignKey = hub.admin().key(foreign);
        admin = hub.staff("admin", workspace);
        auditor = hub.staff("auditor", workspace);
        HubPeople keyledger = new HubPeople(server, "keyledger");
        operator = keyledger.staff("admin", keyledger.admin().operators());
        hub.admin().rotate(key);
        hub.admin().revoke(foreignKey);
    }

    private static String audit(String query) {
        return console.url(workspace, "/audit" + query);
    }

    @Test
    void anAuditorSeesWhatHappenedInTheWorkspaceAndNowhereElse() throws IOException {
        String page = console.visitor(auditor).open(audit("")).body();

        assertThat(page).contains("Rotated: secret 2 takes over", key.id(), "Workspace “Acme”");
        assertThat(page).doesNotContain(foreignKey.id(), foreign, "Workspace “Foreign”");
    }

    /** Asking for a foreign key or workspace finds nothing, as asking for none does. */
    @ParameterizedTest
    @ValueSource(strings = {"?credential=%s", "?workspace=%2$s&credential=%s"})
    void whatBelongsToOthersIsNotFound(String query) throws IOException {
        String page =
                console.visitor(admin)
                        .open(audit(query.formatted(foreignKey.id(), foreign)))
                        .body();

        assertThat(page).contains("Nothing was found.").doesNotContain("issued with scopes");
    }

    @Test
    void aSearchNarrowsAndStaysInTheForm() throws IOException {
        String page = console.visitor(admin).open(audit("?type=apikey.rotated&why=")).body();

        assertThat(page).contains("Rotated: secret 2").doesNotContain("issued with scopes");
        assertThat(page).contains("<option value=\"apikey.rotated\" selected=\"selected\">");
    }

    @Test
    void asLongAsNothingIsSearchedForEverythingIsShown() throws IOException {
        assertThat(console.visitor(admin).open(audit("")).body()).doesNotContain("Show everything");
        assertThat(console.visitor(admin).open(audit("?type=apikey")).body())
                .contains("Show everything");
    }

    @Test
    void whatCannotBeSearchedForIsSaidBesideTheField() throws IOException {
        HttpResponse<String> page = console.visitor(admin).open(audit("?credential=my-key"));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("id=\"problem-credential\"", "value=\"my-key\"");
    }

    @Test
    void theFileHoldsWhatIsShownAndNoMore() throws IOException {
        Visitor visitor = console.visitor(auditor);

        HttpResponse<String> csv = visitor.open(audit("/events.csv?type=apikey"));
        HttpResponse<String> lines = visitor.open(audit("/events.ndjson?workspace=" + foreign));

        assertThat(csv.body().lines()).hasSize(3);
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"keyledger-audit.csv\"");
        assertThat(lines.body().lines())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it).contains(workspace).doesNotContain(foreign));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/events.csv", "/events.ndjson"})
    void aForeignWorkspacesAuditIsAbsent(String page) throws IOException {
        Visitor visitor = console.visitor(admin);

        HttpResponse<String> theirs = visitor.open(console.url(foreign, "/audit" + page));
        HttpResponse<String> nobodys =
                visitor.open(console.url("ws_00000000000000000000", "/audit" + page));

        assertThat(theirs.statusCode()).isEqualTo(404);
        assertThat(theirs.body()).isEqualTo(nobodys.body());
    }

    @Test
    void aMomentShowsWhatTheKeyCouldDoThen() throws IOException {
        Visitor visitor = console.visitor(auditor);

        String now = visitor.open(audit("/as-of?credential=" + key.id())).body();
        String early =
                visitor.open(audit("/as-of?at=2026-01-01T00:00&credential=" + key.id())).body();
        String later =
                visitor.open(audit("/as-of?at=2999-01-01T00:00&credential=" + key.id())).body();

        assertThat(now).contains("GET /v1/members", "read:members", "class=\"status good\"");
        assertThat(early).contains("It did not exist at that moment.");
        assertThat(later).contains("id=\"problem-at\"");
    }

    @Test
    void anExplanationTellsTheVerdictAndWhy() throws IOException {
        Visitor visitor = console.visitor(auditor);
        String ask = "/explain?credential=" + key.id() + "&path=/v1/members&method=";

        assertThat(visitor.open(audit(ask + "get")).body())
                .contains("Allowed", "The route needed read:members; the scopes were read:members");
        assertThat(visitor.open(audit(ask + "DELETE")).body())
                .contains(
                        "Refused", "ROUTE_UNKNOWN", "The hub had no route for DELETE /v1/members.");
        assertThat(visitor.open(audit(ask)).body()).contains("id=\"problem-method\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/as-of?", "/explain?method=GET&path=/v1/members&"})
    void aForeignKeyLooksExactlyLikeNone(String page) throws IOException {
        Visitor visitor = console.visitor(admin);

        HttpResponse<String> theirs = visitor.open(audit(page + "credential=" + foreignKey.id()));
        HttpResponse<String> nobodys =
                visitor.open(audit(page + "credential=key_00000000000000000000"));

        assertThat(theirs.statusCode()).isEqualTo(404);
        assertThat(theirs.body()).isEqualTo(nobodys.body());
    }

    @Test
    void operatorsSearchEverythingAndOthersDoNotEvenSeeThePage() throws IOException {
        Visitor visitor = operators.visitor(operator);

        assertThat(visitor.open(operators.url("/audit?credential=" + foreignKey.id())).body())
                .contains("Key revoked with all its secrets.", foreign);
        assertThat(visitor.open(operators.url("/audit?workspace=" + workspace)).body())
                .contains("Rotated: secret 2")
                .doesNotContain(foreignKey.id());
        assertThat(console.visitor(admin).open(console.url("/audit")).statusCode()).isEqualTo(404);
        assertThat(console.visitor(admin).open(console.url("/audit/events.csv")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void operatorsSeeHowFarTheReadModelsAre() throws IOException {
        assertThat(operators.visitor(operator).open(operators.url("/projections")).body())
                .contains("audittrail", "inventory", "<span class=\"status good\">current</span>");
        assertThat(console.visitor(admin).open(console.url("/projections")).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void everybodyCanReadThePages(Scheme scheme) throws IOException {
        try (Browser browser = Browser.phone(folder, scheme)) {
            console.enter(browser, auditor, audit(""));
            look(browser, scheme, "history");
            browser.open(audit("?credential=nothing"));
            look(browser, scheme, "wrong");
            browser.open(audit("/as-of?credential=" + key.id()));
            look(browser, scheme, "as-of");
            browser.open(audit("/explain?method=DELETE&path=/v1/members&credential=" + key.id()));
            look(browser, scheme, "explain");
            operators.enter(browser, operator, operators.url("/projections"));
            look(browser, scheme, "projections");
            browser.open(operators.url("/audit?type=workspace"));
            look(browser, scheme, "all");
        }
    }

    private static void look(Browser browser, Scheme scheme, String page) throws IOException {
        String shots = System.getenv("KEYLEDGER_SHOTS");
        if (shots != null) {
            browser.screenshot(Path.of(shots, "audit-%s-%s.png".formatted(page, scheme)));
        }
        Console.lookAtPhone(browser);
    }
}
