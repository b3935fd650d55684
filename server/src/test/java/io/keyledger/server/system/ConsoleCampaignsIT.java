package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.Browser.Scheme;
import io.keyledger.server.system.HubPeople.Person;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Campaigns and their filters in the console, as the guide of Hubhus has it. */
@ExtendWith(SharedServer.class)
class ConsoleCampaignsIT {

    private static final String SCHEMA =
            """
            {"fields":[{"name":"source","label":"Source","type":"select","select":"Sources"}],
             "selects":[{"name":"Sources","options":["Web","Vendor XYZ"]}],
             "statuses":["New","Won"]}
            """;

    private static final Map<String, String> CONDITION =
            Map.of(
                    "condition-0-field",
                    "source",
                    "condition-0-operator",
                    "equals",
                    "condition-0-values",
                    "Vendor XYZ");

    @TempDir static Path folder;

    private static HubPeople hub;
    private static Console console;
    private static String workspace;
    private static String foreign;
    private static Person admin;
    private static Visitor visitor;
    private static Visitor auditor;

    private String campaign = "";

    @BeforeAll
    static void prepare(RunningServer server) throws IOException {
        hub = new HubPeople(server, "hubhus");
        console = new Console(server, "hubhus");
        workspace = hub.workspace("Acme", "standard");
        foreign = campaign(hub.workspace("Foreign", "standard"));
        define(foreign);
        admin = hub.staff("admin", workspace);
        visitor = console.visitor(admin);
        auditor = console.visitor(hub.staff("auditor", workspace));
    }

    @BeforeEach
    void create() throws IOException {
        campaign = campaign(workspace);
    }

    @Test
    void aWorkspaceWithoutCampaignsIsToldWhatToDo() throws IOException {
        String empty = hub.workspace("Empty", "standard");
        Visitor theirs = console.visitor(hub.staff("admin", empty));

        assertThat(theirs.open(console.url(empty, "/campaigns")).body())
                .contains("This workspace has no campaign yet. Create one");
    }

    @Test
    void aCampaignIsCreatedWithItsSchemaAndListed() throws IOException {
        HttpResponse<String> created =
                visitor.submit(
                        visitor.open(console.url(workspace, "/campaigns/new")),
                        Map.of(
                                "name",
                                "Summer <1>",
                                "externalId",
                                "summer-" + System.nanoTime(),
                                "field-0-name",
                                "source",
                                "field-0-type",
                                "select",
                                "field-0-select",
                                "Sources",
                                "select-0-name",
                                "Sources",
                                "select-0-options",
                                "Web\r\n\r\n Vendor XYZ \r\n",
                                "statuses",
                                "New\r\nWon"));

        assertThat(created.statusCode()).isEqualTo(303);
        assertThat(visitor.follow(created).body()).contains("Web, Vendor XYZ", "New, Won");
        assertThat(visitor.open(console.url(workspace, "/campaigns")).body())
                .contains("Summer &lt;1&gt;");
    }

    @Test
    void aDoubleClickCreatesOneCampaign() throws IOException {
        HttpResponse<String> form = visitor.open(console.url(workspace, "/campaigns/new"));
        Map<String, String> typed = Map.of("name", "Twice");

        HttpResponse<String> first = visitor.submit(form, typed);
        HttpResponse<String> second = visitor.submit(form, typed);

        assertThat(Visitor.target(second)).isEqualTo(Visitor.target(first));
    }

    @Test
    void nothingTypedIsLostWhenACampaignIsRefused() throws IOException {
        String taken = view(campaign).get("externalId").stringValue();
        HttpResponse<String> refused =
                visitor.submit(
                        visitor.open(console.url(workspace, "/campaigns/new")),
                        Map.of("name", "Autumn", "externalId", taken, "select-0-name", "Kept"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Another campaign of this workspace has this external id.")
                .contains("value=\"Autumn\"", "value=\"Kept\"");
    }

    @Test
    void anotherRowIsAddedWithoutSavingAndWithoutLosingWhatWasTyped() throws IOException {
        HttpResponse<String> more =
                visitor.submit(schema(), Map.of("field-0-name", "vendor", "do", "add-field"));

        assertThat(more.statusCode()).isEqualTo(200);
        assertThat(more.body()).contains("value=\"vendor\"", "name=\"field-1-name\"");
        assertThat(view(campaign).at("/schema/fields/0/name").stringValue()).isEqualTo("source");
    }

    @Test
    void aRowIsRemovedWithoutSaving() throws IOException {
        HttpResponse<String> fewer = visitor.submit(schema(), fields("do", "remove-select-0"));

        assertThat(fewer.body()).doesNotContain("Vendor XYZ");
        assertThat(view(campaign).at("/schema/selects/0/options/1").stringValue())
                .isEqualTo("Vendor XYZ");
    }

    @Test
    void anOptionIsAddedWithAReceipt() throws IOException {
        HttpResponse<String> saved =
                visitor.submit(
                        schema(), fields("select-0-options", "Web\r\nVendor XYZ\r\nVendor ABC"));

        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.body()).contains("Ledger position", "Vendor ABC");
        assertThat(view(campaign).at("/schema/selects/0/options/2").stringValue())
                .isEqualTo("Vendor ABC");
    }

    @Test
    void aFieldThatIsNoneIsRefusedBesideIt() throws IOException {
        HttpResponse<String> refused =
                visitor.submit(schema(), fields("field-0-name", "two words"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"problem-field-0\"", "value=\"two words\"")
                .contains("aria-describedby=\"problem-field-0\"");
    }

    @Test
    void aSchemaThatAFilterNeedsIsNotTakenFromIt() throws IOException {
        define(campaign);

        HttpResponse<String> refused = visitor.submit(schema(), fields("select-0-options", "Web"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Vendor XYZ").contains("A filter needs what the new");
    }

    @Test
    void nobodysSchemaIsOverwrittenUnseen() throws IOException {
        HttpResponse<String> old = schema();
        visitor.submit(schema(), fields("statuses", "Theirs"));

        HttpResponse<String> late = visitor.submit(old, fields("statuses", "Mine"));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("Somebody changed this campaign meanwhile", "Mine");
        assertThat(view(campaign).at("/schema/statuses/0").stringValue()).isEqualTo("Theirs");

        assertThat(visitor.submit(late, fields("statuses", "Mine")).statusCode()).isEqualTo(200);
        assertThat(view(campaign).at("/schema/statuses/0").stringValue()).isEqualTo("Mine");
    }

    @Test
    void aFilterIsDefinedOnceHoweverOftenTheFormIsSent() throws IOException {
        HttpResponse<String> form = visitor.open(url("/new-filter"));

        HttpResponse<String> first = visitor.submit(form, named("Vendor XYZ"));
        HttpResponse<String> second = visitor.submit(form, named("Vendor XYZ"));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(position(second)).isEqualTo(position(first));
        assertThat(filters()).isEqualTo(1);
    }

    @Test
    void aNewFilterNeverChangesOneThatIsThere() throws IOException {
        define(campaign);
        Map<String, String> other = new HashMap<>(named("Vendor XYZ"));
        other.put("condition-0-values", "Web");

        HttpResponse<String> refused = visitor.submit(visitor.open(url("/new-filter")), other);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("The campaign has a filter of this name.", ">Web<");
    }

    @Test
    void aConditionThatCannotBeIsRefusedBesideIt() throws IOException {
        Map<String, String> typed = new HashMap<>(named("Typo"));
        typed.put("condition-0-values", "Vendor XZY");

        HttpResponse<String> refused = visitor.submit(visitor.open(url("/new-filter")), typed);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"problem-condition-0\"", "Vendor XZY", "One of: Web, Vendor XYZ.");
    }

    @Test
    void aFilterIsChangedAndRemovedWithReceipts() throws IOException {
        define(campaign);
        String page = url("/filters/Vendor%20XYZ");
        Map<String, String> change =
                Map.of(
                        "condition-0-field",
                        "status",
                        "condition-0-operator",
                        "in",
                        "condition-0-values",
                        "New\r\nWon",
                        "reason",
                        "the vendor changed");

        assertThat(visitor.submit(visitor.open(page), change).body()).contains("Ledger position");
        assertThat(visitor.open(url("/filters")).body()).contains("New, Won");

        HttpResponse<String> last = visitor.open(page);
        Map<String, String> remove = Map.of("do", "remove", "reason", "no longer a vendor");
        String receipt = position(visitor.submit(last, remove));
        assertThat(position(visitor.submit(last, remove))).isEqualTo(receipt);
        assertThat(filters()).isZero();
        assertThat(visitor.open(url("/history")).body())
                .contains("the vendor changed", "no longer a vendor");
    }

    @Test
    void aFilterThatAKeyNeedsStaysAndTheReasonIsTold() throws IOException {
        define(campaign);
        bind("{\"campaign\":\"%s\",\"filter\":\"Vendor XYZ\"}");

        HttpResponse<String> refused =
                visitor.submit(visitor.open(url("/filters/Vendor%20XYZ")), Map.of("do", "remove"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Keys that are not revoked are bound to this filter.");
    }

    @Test
    void aCampaignIsRenamedAndArchivedWithReasonAndReceipt() throws IOException {
        visitor.submit(visitor.open(url("")), Map.of("do", "rename", "name", "Renamed"));

        HttpResponse<String> archived =
                visitor.submit(
                        visitor.open(url("")), Map.of("do", "archive", "reason", "it is over"));

        assertThat(archived.body()).contains("Ledger position", "Renamed", "archived on");
        assertThat(visitor.open(url("/history")).body())
                .contains("it is over", "Ada Lovelace")
                .contains("Renamed");
        assertThat(visitor.open(url("/new-filter")).statusCode()).isEqualTo(409);
    }

    @Test
    void aCampaignThatAKeyNeedsIsNotArchivedAndTheReasonIsTold() throws IOException {
        bind("{\"campaign\":\"%s\"}");

        HttpResponse<String> refused =
                visitor.submit(visitor.open(url("")), Map.of("do", "archive"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Keys that are not revoked are bound to this campaign");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/schema",
                "/history",
                "/filters",
                "/new-filter",
                "/filters/Vendor%20XYZ"
            })
    void aForeignCampaignLooksExactlyLikeNone(String page) throws IOException {
        String none = "cmp_00000000000000000000";
        HttpResponse<String> theirs = visitor.open(of(foreign, page));

        assertThat(theirs.statusCode()).isEqualTo(404);
        assertThat(theirs.body()).isEqualTo(visitor.open(of(none, page)).body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/schema", "/new-filter", "/filters/Vendor%20XYZ"})
    void aFormCannotReachAForeignCampaign(String page) throws IOException {
        Map<String, String> form = new HashMap<>(Visitor.hidden(visitor.open(url("")).body()));
        form.putAll(named("Vendor XYZ"));
        form.put("do", page.isEmpty() ? "archive" : "save");

        assertThat(visitor.post(of(foreign, page), form).statusCode()).isEqualTo(404);
        form.put("do", "remove");
        assertThat(visitor.post(of(foreign, page), form).statusCode()).isEqualTo(404);
        assertThat(view(foreign).get("status").stringValue()).isEqualTo("active");
    }

    @Test
    void aFilterThatIsNotThereIsNotMadeByItsPage() throws IOException {
        Map<String, String> form = new HashMap<>(Visitor.hidden(visitor.open(url("")).body()));
        form.putAll(CONDITION);

        assertThat(visitor.open(url("/filters/none")).statusCode()).isEqualTo(404);
        assertThat(visitor.post(url("/filters/none"), form).statusCode()).isEqualTo(404);
        assertThat(filters()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/new", "/ID", "/ID/schema", "/ID/new-filter", "/ID/filters/Vendor%20XYZ"})
    void anAuditorCannotPost(String path) throws IOException {
        define(campaign);
        String page = console.url(workspace, "/campaigns" + path.replace("ID", campaign));
        Map<String, String> form =
                new HashMap<>(
                        Visitor.hidden(auditor.open(console.url(workspace, "/campaigns")).body()));
        form.putAll(named("More"));

        assertThat(auditor.post(page, form).statusCode()).isEqualTo(403);
        assertThat(filters()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/schema", "/history", "/filters", "/filters/Vendor%20XYZ"})
    void anAuditorReadsAndIsOfferedNoChange(String page) throws IOException {
        define(campaign);
        HttpResponse<String> shown = auditor.open(url(page));

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body().substring(shown.body().indexOf("<main")))
                .contains("Spring")
                .doesNotContain("<form", "New filter");
    }

    @ParameterizedTest
    @EnumSource
    void theGuidesFirstTwoStepsAreWalkedOnAPhone(Scheme scheme) throws IOException {
        try (Browser browser = Browser.phone(folder, scheme)) {
            console.enter(browser, admin, console.url(workspace, "/campaigns"));
            Console.lookAtPhone(browser);
            browser.open(url(""));
            Console.lookAtPhone(browser);

            browser.press("Fields and selects");
            Console.lookAtPhone(browser);
            browser.type("Options, one a line", "Web\nVendor XYZ\nVendor ABC");
            browser.press("Save");
            assertThat(browser.text()).contains("Ledger position");
            Console.lookAtPhone(browser);

            browser.press("Filters");
            Console.lookAtPhone(browser);
            browser.press("New filter");
            browser.type("Name", "Vendor ABC");
            browser.choose("Field", "Source");
            browser.await("One of: Web, Vendor XYZ, Vendor ABC.");
            Console.lookAtPhone(browser);
            browser.type("Value", "Vendor ABC");
            browser.press("Save filter");
            assertThat(browser.text()).contains("Ledger position", "Vendor ABC");
            Console.lookAtPhone(browser);

            browser.press("Vendor ABC");
            Console.lookAtPhone(browser);
            browser.press("History");
            Console.lookAtPhone(browser);
            browser.open(console.url(workspace, "/campaigns/new"));
            Console.lookAtPhone(browser);
        }
    }

    private static String campaign(String owner) throws IOException {
        HttpResponse<String> made =
                hub.admin()
                        .post(
                                "/admin/v1/workspaces/" + owner + "/campaigns",
                                "{\"name\":\"Spring\",\"externalId\":\"%d\",\"schema\":%s}"
                                        .formatted(System.nanoTime(), SCHEMA));
        assertThat(made.statusCode()).isEqualTo(201);
        return Admin.json(made).get("id").stringValue();
    }

    private static void define(String id) throws IOException {
        HttpResponse<String> defined =
                hub.admin()
                        .put(
                                "/admin/v1/campaigns/" + id + "/filters/Vendor%20XYZ",
                                "{\"conditions\":[{\"field\":\"source\",\"operator\":\"equals\",\"values\":[\"Vendor XYZ\"]}]}");
        assertThat(defined.statusCode()).isEqualTo(200);
    }

    private void bind(String filter) throws IOException {
        HttpResponse<String> issued =
                hub.admin()
                        .post(
                                "/admin/v1/workspaces/" + workspace + "/keys",
                                "{\"name\":\"Vendor\",\"scopes\":[\"read\"],\"filter\":%s}"
                                        .formatted(filter.formatted(campaign)));
        assertThat(issued.statusCode()).isEqualTo(201);
    }

    private static JsonNode view(String id) throws IOException {
        return Admin.json(hub.admin().get("/admin/v1/campaigns/" + id));
    }

    private int filters() throws IOException {
        return Admin.json(hub.admin().get("/admin/v1/campaigns/" + campaign + "/filters"))
                .get("items")
                .size();
    }

    private HttpResponse<String> schema() throws IOException {
        return visitor.open(url("/schema"));
    }

    /** What the form of {@link #SCHEMA} sends, with one field as somebody typed it. */
    private static Map<String, String> fields(String field, String value) {
        Map<String, String> all =
                new HashMap<>(
                        Map.of(
                                "field-0-name",
                                "source",
                                "field-0-label",
                                "Source",
                                "field-0-type",
                                "select",
                                "field-0-select",
                                "Sources",
                                "select-0-name",
                                "Sources",
                                "select-0-options",
                                "Web\r\nVendor XYZ",
                                "statuses",
                                "New\r\nWon"));
        all.put(field, value);
        return all;
    }

    private static Map<String, String> named(String name) {
        Map<String, String> all = new HashMap<>(CONDITION);
        all.put("name", name);
        return all;
    }

    private static String position(HttpResponse<String> page) {
        assertThat(page.body()).contains("Ledger position");
        List<String> parts = List.of(page.body().split("Ledger position</dt><dd>", 2));
        return parts.getLast().substring(0, parts.getLast().indexOf('<'));
    }

    private String url(String page) {
        return of(campaign, page);
    }

    private static String of(String id, String page) {
        return console.url(workspace, "/campaigns/" + id + page);
    }
}
