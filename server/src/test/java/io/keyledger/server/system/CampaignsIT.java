package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Campaigns, filters and keys that are bound to them, over HTTP, as the guide of Hubhus has it. */
@ExtendWith(SharedServer.class)
class CampaignsIT {

    private static final String SCHEMA =
            """
            {"fields":[
               {"name":"email","label":"E-mail","type":"email","required":true},
               {"name":"source","type":"select","select":"Sources"}],
             "selects":[{"name":"Sources","options":["Vendor XYZ","Web"]}],
             "statuses":["New","Won"]}
            """;

    private static RunningServer server;
    private static Admin admin;

    private String workspace = "";
    private String campaign = "";

    @BeforeAll
    static void start(RunningServer shared) {
        server = shared;
        admin = new Admin(server);
    }

    @BeforeEach
    void create() throws IOException {
        workspace = workspace("hubhus", "standard");
        campaign =
                id(created(workspace, "{\"name\":\"Spring\",\"externalId\":\"1\",\"schema\":%s}"));
    }

    @Test
    void aVendorsKeySeesItsCampaignAndItsRowsOnly() throws IOException {
        define("Vendor%20XYZ", "equals", "Vendor XYZ");
        JsonNode issued = key("{\"campaign\":\"%s\",\"filter\":\"Vendor XYZ\"}", "read");
        assertThat(issued.at("/filter/filter").stringValue()).isEqualTo("Vendor XYZ");

        JsonNode own = verdict(issued, "/v2/campaigns/1/leads");
        assertThat(own.get("code").stringValue()).isEqualTo("VALID");
        assertThat(own.get("filter").toString())
                .isEqualTo(
                        "{\"collection\":\"leads\",\"container\":\"campaign\",\"id\":\"1\","
                                + "\"conditions\":[{\"field\":\"source\",\"operator\":\"equals\","
                                + "\"values\":[\"Vendor XYZ\"]}]}");
        assertThat(own.at("/authorization_details/0/actions").toString()).isEqualTo("[\"read\"]");
        assertThat(verdict(issued, "/v2/campaigns/2/leads").get("code").stringValue())
                .isEqualTo("ROUTE_UNKNOWN");

        HttpResponse<String> gateway = forward(issued, "/hubhus/v2/campaigns/1/leads");
        assertThat(gateway.statusCode()).isEqualTo(200);
        assertThat(gateway.headers().firstValue("X-Keyledger-Filter"))
                .contains(own.get("filter").toString());
        assertThat(forward(issued, "/hubhus/v2/campaigns/2/leads").statusCode()).isEqualTo(404);
    }

    @Test
    void aKeyForAWholeCampaignHasNoConditionsAndAGeneralOneNoFilter() throws IOException {
        JsonNode whole = key("{\"campaign\":\"%s\"}", "write");
        JsonNode general = key("null", "write");

        assertThat(verdict(whole, "/v2/campaigns/1/leads").at("/filter/conditions").size())
                .isZero();
        assertThat(verdict(whole, "/v2/campaigns/2/leads").get("code").stringValue())
                .isEqualTo("ROUTE_UNKNOWN");
        assertThat(verdict(whole, "/v2/campaigns/1/leads").at("/authorization_details/0/actions"))
                .hasToString("[\"read\",\"write\"]");
        assertThat(verdict(general, "/v2/campaigns/2/leads").has("filter")).isFalse();
        assertThat(verdict(general, "/v2/campaigns/2/leads").get("code").stringValue())
                .isEqualTo("VALID");
    }

    @Test
    void aChangedFilterHoldsWhenTheCallReturns() throws IOException {
        define("Vendor", "equals", "Vendor XYZ");
        JsonNode issued = key("{\"campaign\":\"%s\",\"filter\":\"Vendor\"}", "read");
        assertThat(verdict(issued, "/v2/campaigns/1/leads").toString()).contains("Vendor XYZ");

        HttpResponse<String> changed = define("Vendor", "not-equals", "Web");

        assertThat(Admin.json(changed).at("/receipt/nodes/0/outcome").stringValue())
                .isEqualTo("confirmed");
        JsonNode now = verdict(issued, "/v2/campaigns/1/leads");
        assertThat(now.at("/filter/conditions/0").toString())
                .isEqualTo(
                        "{\"field\":\"source\",\"operator\":\"not-equals\",\"values\":[\"Web\"]}");
        assertThat(now.get("position").asLong())
                .isEqualTo(Admin.json(changed).at("/receipt/position").asLong());
    }

    @Test
    void aFilterGoesOnlyWithoutItsKeys() throws IOException {
        define("Vendor", "equals", "Vendor XYZ");
        String path = "/admin/v1/campaigns/" + campaign + "/filters/Vendor";
        JsonNode issued = key("{\"campaign\":\"%s\",\"filter\":\"Vendor\"}", "read");

        assertRefused(admin.delete(path), 409, "FILTER_IN_USE");
        assertRefused(
                admin.post("/admin/v1/campaigns/" + campaign + "/archive", "{}"),
                409,
                "CAMPAIGN_IN_USE");

        admin.post("/admin/v1/keys/" + issued.get("id").stringValue() + "/revoke", "{}");
        assertThat(admin.delete(path).statusCode()).isEqualTo(200);
        assertRefused(admin.get(path), 404, "FILTER_UNKNOWN");
        assertRefused(admin.delete(path), 404, "FILTER_UNKNOWN");
        assertThat(admin.post("/admin/v1/campaigns/" + campaign + "/archive", "{}").statusCode())
                .isEqualTo(200);
        assertThat(Admin.json(admin.get("/admin/v1/campaigns/" + campaign)).get("status"))
                .hasToString("\"archived\"");
    }

    @Test
    void aSchemaThatAFilterNeedsCannotGo() throws IOException {
        define("Vendor", "equals", "Vendor XYZ");

        assertRefused(
                admin.patch("/admin/v1/campaigns/" + campaign, "{\"schema\":{\"fields\":[]}}"),
                409,
                "SCHEMA_BREAKS_FILTER");
        assertThat(Admin.json(admin.get("/admin/v1/campaigns/" + campaign)).at("/schema/fields/1"))
                .hasToString(
                        "{\"name\":\"source\",\"label\":\"source\",\"type\":\"select\","
                                + "\"required\":false,\"select\":\"Sources\"}");
    }

    @Test
    void theCallerCanDemandTheVersionThatItHasSeen() throws IOException {
        HttpResponse<String> seen = admin.get("/admin/v1/campaigns/" + campaign);
        String tag = seen.headers().firstValue("ETag").orElseThrow();
        assertThat(
                        admin.patch(
                                        "/admin/v1/campaigns/" + campaign,
                                        "{\"name\":\"May\"}",
                                        "If-Match",
                                        tag)
                                .statusCode())
                .isEqualTo(200);

        assertRefused(
                admin.patch(
                        "/admin/v1/campaigns/" + campaign, "{\"name\":\"June\"}", "If-Match", tag),
                412,
                "VERSION_MISMATCH");
    }

    @Test
    void aCreationSentAgainIsOneCampaign() throws IOException {
        String path = "/admin/v1/workspaces/" + workspace + "/campaigns";
        String body = "{\"name\":\"Once\"}";
        HttpResponse<String> first = admin.post(path, body, "Idempotency-Key", "\"c-1\"");
        HttpResponse<String> again = admin.post(path, body, "Idempotency-Key", "\"c-1\"");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(Admin.json(admin.get(path)).get("items").size()).isEqualTo(2);
    }

    @Test
    void historyTellsInWords() throws IOException {
        define("Vendor", "equals", "Vendor XYZ");
        define("Vendor", "equals", "Web");
        JsonNode issued = key("{\"campaign\":\"%s\",\"filter\":\"Vendor\"}", "read");

        assertThat(sentences("/admin/v1/campaigns/" + campaign + "/history"))
                .hasSize(3)
                .last()
                .asString()
                .contains("from source equals “Vendor XYZ” to source equals “Web”");
        assertThat(sentences("/admin/v1/keys/" + issued.get("id").stringValue() + "/history"))
                .first()
                .asString()
                .contains("for campaign " + campaign + ", only what “Vendor” admits");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                                      | 400 | MISSING_FIELD
                    {"name":"x","schema":{"fields":[{"name":"a","type":"money"}]}} | 400 | INVALID_FIELD
                    {"name":"x","schema":{"fields":[null]}}                 | 400 | INVALID_FIELD
                    {"name":"x","schema":{"fields":[{}]}}                   | 400 | MISSING_FIELD
                    {"name":"x","schema":{"columns":[]}}                    | 400 | UNKNOWN_FIELD
                    {"name":"x","collection":"deals"}                       | 422 | COLLECTION_UNKNOWN
                    {"name":"x","externalId":"a/b"}                         | 422 | CAMPAIGN_EXTERNAL_ID_INVALID
                    {"name":"x","externalId":"1"}                           | 409 | CAMPAIGN_EXTERNAL_ID_TAKEN
                    {"name":"x","schema":{"fields":[{"name":"1"}]}}         | 422 | FIELD_NAME_INVALID
                    """)
    void aBadCampaignIsRefusedAndLeavesNothing(String body, int status, String code)
            throws IOException {
        String path = "/admin/v1/workspaces/" + workspace + "/campaigns";

        assertRefused(admin.post(path, body), status, code);
        assertThat(Admin.json(admin.get(path)).get("items").size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                                                             | 400 | MISSING_FIELD
                    {"conditions":[]}                                                              | 422 | FILTER_TOO_LARGE
                    {"conditions":[{"field":"source","operator":"equals","values":[]}]}            | 400 | INVALID_FIELD
                    {"conditions":[{"field":"source","operator":"equals","values":["Web","Web"]}]} | 400 | INVALID_FIELD
                    {"conditions":[{"field":"source","operator":"like","values":["Web"]}]}         | 400 | INVALID_FIELD
                    {"conditions":[{"field":"vendor","operator":"equals","values":["Web"]}]}       | 422 | CONDITION_FIELD_UNKNOWN
                    {"conditions":[{"field":"source","operator":"in","values":["Radio"]}]}         | 422 | CONDITION_VALUE_INVALID
                    """)
    void aBadFilterIsRefused(String body, int status, String code) throws IOException {
        assertRefused(
                admin.put("/admin/v1/campaigns/" + campaign + "/filters/x", body), status, code);
    }

    @Test
    void whatIsNotThereIsNotFoundAndWhatIsForeignLooksTheSame() throws IOException {
        String nowhere = "cmp_" + "0".repeat(20);
        String other = workspace("hubhus", "standard");
        String foreign = id(created(other, "{\"name\":\"Foreign\",\"schema\":%s}"));

        assertRefused(admin.get("/admin/v1/campaigns/" + nowhere), 404, "CAMPAIGN_UNKNOWN");
        assertRefused(admin.get("/admin/v1/campaigns/x"), 404, "CAMPAIGN_UNKNOWN");
        for (String campaign : List.of(nowhere, foreign, "x")) {
            assertRefused(
                    admin.post(
                            "/admin/v1/workspaces/" + workspace + "/keys",
                            "{\"name\":\"k\",\"scopes\":[\"read\"],\"filter\":{\"campaign\":\"%s\"}}"
                                    .formatted(campaign)),
                    422,
                    "BINDING_UNKNOWN");
        }
        assertRefused(
                admin.post(
                        "/admin/v1/workspaces/" + workspace("hubnity", "enterprise") + "/campaigns",
                        "{\"name\":\"No rows here\"}"),
                422,
                "COLLECTION_UNKNOWN");
    }

    @Test
    void readingIsNotChanging() throws IOException {
        String operators =
                Admin.json(admin.get("/admin/v1/hubs/keyledger/workspaces"))
                        .at("/items/0/id")
                        .stringValue();
        String reader =
                Admin.json(
                                admin.post(
                                        "/admin/v1/workspaces/" + operators + "/keys",
                                        "{\"name\":\"Reader\",\"scopes\":[\"campaigns:read\"]}"))
                        .get("secret")
                        .stringValue();
        String path = "/admin/v1/campaigns/" + campaign;

        assertThat(admin.as(reader, "GET", path, "").statusCode()).isEqualTo(200);
        assertThat(admin.as(reader, "GET", path + "/filters", "").statusCode()).isEqualTo(200);
        assertThat(admin.as(reader, "PATCH", path, "{\"name\":\"x\"}").statusCode()).isEqualTo(403);
        assertThat(admin.as(reader, "GET", path + "/history", "").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> define(String name, String operator, String value)
            throws IOException {
        HttpResponse<String> answer =
                admin.put(
                        "/admin/v1/campaigns/" + campaign + "/filters/" + name,
                        "{\"conditions\":[{\"field\":\"source\",\"operator\":\"%s\",\"values\":[\"%s\"]}]}"
                                .formatted(operator, value));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private JsonNode key(String filter, String scope) throws IOException {
        HttpResponse<String> answer =
                admin.post(
                        "/admin/v1/workspaces/" + workspace + "/keys",
                        "{\"name\":\"Vendor XYZ – read only\",\"scopes\":[\"%s\"],\"filter\":%s}"
                                .formatted(scope, filter.formatted(campaign)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Admin.json(answer);
    }

    private static JsonNode verdict(JsonNode issued, String path) throws IOException {
        return admin.verdict(
                "{\"token\":\"%s\",\"hub\":\"hubhus\",\"method\":\"GET\",\"path\":\"%s\",\"cost\":0}"
                        .formatted(issued.get("secret").stringValue(), path));
    }

    private static HttpResponse<String> forward(JsonNode issued, String uri) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.dataPlane() + "/v1/forward-auth"))
                        .header("Authorization", "Bearer " + issued.get("secret").stringValue())
                        .header("X-Forwarded-Method", "GET")
                        .header("X-Forwarded-Uri", uri)
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String workspace(String hub, String plan) throws IOException {
        return id(
                admin.post(
                        "/admin/v1/hubs/" + hub + "/workspaces",
                        "{\"name\":\"Acme\",\"plan\":\"%s\"}".formatted(plan)));
    }

    private static HttpResponse<String> created(String workspace, String body) throws IOException {
        HttpResponse<String> answer =
                admin.post(
                        "/admin/v1/workspaces/" + workspace + "/campaigns", body.formatted(SCHEMA));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private static String id(HttpResponse<String> answer) {
        return Admin.json(answer).get("id").stringValue();
    }

    private static List<String> sentences(String path) throws IOException {
        return Admin.json(admin.get(path))
                .get("items")
                .valueStream()
                .map(item -> item.get("what").stringValue())
                .toList();
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Admin.json(answer).get("code").stringValue()).isEqualTo(code);
    }
}
