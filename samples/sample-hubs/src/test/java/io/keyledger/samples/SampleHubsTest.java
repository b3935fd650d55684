package io.keyledger.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.api.access.Condition;
import io.keyledger.api.access.Operator;
import io.keyledger.testing.PostgresForTests;
import io.keyledger.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SampleHubsTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String LEADS = "/hubhus/v2/campaigns/1/leads";

    private static TestDatabase database;
    private static ConfigurableApplicationContext app;

    @BeforeAll
    static void start() {
        database = PostgresForTests.emptyDatabase();
        KnownCredentials credentials = new KnownCredentials();
        for (String hub : List.of("hubnity", "nextoria", "hubhus", "onboardinghub")) {
            credentials.add(hub, hub, "ws_one", null);
            credentials.add(hub + "-other", hub, "ws_other", null);
        }
        credentials.add(
                "vendor",
                "hubhus",
                "ws_one",
                new AccessFilter(
                        "leads",
                        "campaign",
                        "1",
                        List.of(new Condition("source", Operator.EQUALS, List.of("Vendor XYZ")))));
        SpringApplication application = new SpringApplication(SampleHubs.class);
        application.addInitializers(context ->
                ((GenericApplicationContext) context)
                        .registerBean("judge", KnownCredentials.class, () -> credentials));
        app =
                application.run(
                        "--server.port=0",
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.username(),
                        "--spring.datasource.password=" + database.password(),
                        "--keyledger.resource-server.url=http://127.0.0.1:9",
                        "--keyledger.resource-server.key=none",
                        "--keyledger.resource-server.connect-timeout=100ms");
    }

    @AfterAll
    static void stop() {
        app.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "hubnity, /hubnity/v1/members",
        "hubnity, /hubnity/v1/projects",
        "hubnity, /hubnity/v1/timesheets",
        "hubnity, /hubnity/v1/time-entries",
        "nextoria, /nextoria/v1/projects",
        "nextoria, /nextoria/v1/tasks",
        "nextoria, /nextoria/v1/clients",
        "nextoria, /nextoria/v1/invoices",
        "nextoria, /nextoria/v1/files",
        "nextoria, /nextoria/v1/analytics/revenue",
        "nextoria, /nextoria/v1/analytics/projects",
        "hubhus, /hubhus/v2/campaigns/1/leads",
        "onboardinghub, /onboardinghub/api/v1/contacts",
        "onboardinghub, /onboardinghub/api/v1/organisations",
        "onboardinghub, /onboardinghub/api/v1/enrollments",
        "onboardinghub, /onboardinghub/api/v1/guides",
        "onboardinghub, /onboardinghub/api/v1/webhooks"
    })
    void everyCollectionHasRowsForWhomItBelongsTo(String token, String path) {
        assertThat(json(get(token, path)).get("data")).isNotEmpty();
        assertThat(get("nobody", path).statusCode()).isEqualTo(401);
    }

    @Test
    void contactsHaveTheShapeOfTheGuide() {
        JsonNode contact =
                json(get("onboardinghub", "/onboardinghub/api/v1/contacts")).at("/data/0");

        assertThat(contact.propertyNames())
                .containsExactly(
                        "id",
                        "email",
                        "first_name",
                        "last_name",
                        "external_id",
                        "organisation_id",
                        "metadata",
                        "created_at",
                        "updated_at");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hubnity|/hubnity/v1/members|{\"name\":\"Ada\",\"email\":\"ada@example.com\"}|{\"role\":\"admin\"}",
                "hubnity|/hubnity/v1/time-entries|{\"member\":\"m\",\"project\":\"p\",\"day\":\"2026-11-02\",\"minutes\":30}|{\"note\":\"x\"}",
                "nextoria|/nextoria/v1/projects|{\"name\":\"Site\"}|{\"status\":\"on_hold\"}",
                "nextoria|/nextoria/v1/clients|{\"name\":\"Tern\"}|{\"country\":null}",
                "onboardinghub|/onboardinghub/api/v1/organisations|{\"name\":\"Tern\"}|{\"domain\":\"t.example\"}",
                "onboardinghub|/onboardinghub/api/v1/webhooks|{\"url\":\"https://a.example\",\"events\":[\"a\"]}|{\"active\":false}"
            })
    void resourcesAreCreatedReadChangedAndDeleted(
            String token, String path, String body, String change) {
        HttpResponse<String> created = send(token, "POST", path, body);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        JsonNode resource = json(created).has("data") ? json(created).get("data") : json(created);
        String one = path + "/" + resource.get("id").stringValue();

        assertThat(get(token, one).statusCode()).isEqualTo(200);
        assertThat(send(token, "PATCH", one, change).statusCode()).isEqualTo(200);
        assertThat(get(token + "-other", one).statusCode()).as("somebody else's").isEqualTo(404);
        assertThat(send(token + "-other", "PATCH", one, change).statusCode()).isEqualTo(404);
        assertThat(send(token + "-other", "DELETE", one, "").statusCode()).isEqualTo(404);
        assertThat(send(token, "DELETE", one, "").statusCode()).isEqualTo(204);
        assertThat(get(token, one).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"\\u0000\",\"email\":\"a@b.example\"}",
                "{\"name\":\"Ada\",\"email\":\"nowhere\"}",
                "{\"name\":7,\"email\":\"a@b.example\"}",
                "{\"name\":\"Ada\",\"email\":\"a@b.example\",\"role\":\"king\"}",
                "{\"name\":\"Ada\",\"email\":\"a@b.example\",\"workspace\":\"ws_other\"}"
            })
    void whatIsNoMemberIsRefused(String body) {
        assertThat(send("hubnity", "POST", "/hubnity/v1/members", body).statusCode())
                .isEqualTo(422);
    }

    @Test
    void invoicesAreSentAndVoidedButNotFromEverywhere() {
        String body = "{\"client_id\":\"cli_1001\",\"number\":\"X-1\",\"amount_cents\":100}";
        String one =
                "/nextoria/v1/invoices/"
                        + json(send("nextoria", "POST", "/nextoria/v1/invoices", body))
                                .get("id")
                                .stringValue();

        assertThat(json(send("nextoria", "POST", one + "/send", "")).get("status").stringValue())
                .isEqualTo("sent");
        assertThat(json(send("nextoria", "POST", one + "/void", "")).get("status").stringValue())
                .isEqualTo("void");
        assertThat(send("nextoria", "POST", one + "/send", "").statusCode()).isEqualTo(422);
    }

    @Test
    void leadsAreCountedAndPaged() {
        JsonNode page = json(get("hubhus", LEADS + "?per_page=30&page=2"));

        assertThat(page.get("data")).hasSize(30);
        assertThat(page.at("/meta/current_page").intValue()).isEqualTo(2);
        assertThat(page.at("/meta/last_page").intValue()).isEqualTo(3);
        assertThat(page.at("/meta/total").intValue()).isBetween(80, 89);
        assertThat(ids(page))
                .doesNotContainAnyElementsOf(ids(json(get("hubhus", LEADS + "?per_page=30"))));
    }

    @Test
    void leadsAreFilteredByStatusSelectsAndRanges() {
        assertThat(values("status", LEADS + "?status=Won")).isNotEmpty().containsOnly("Won");
        assertThat(values("source", LEADS + "?source=Vendor%20XYZ&product=Solar"))
                .isNotEmpty()
                .containsOnly("Vendor XYZ");
        assertThat(
                        values(
                                "created_at",
                                LEADS + "?created_at_from=2026-09-01&created_at_to=2026-10-01"))
                .isNotEmpty()
                .allMatch(it -> it.startsWith("2026-09"));
        assertThat(values("id", LEADS + "?updated_at_from=2099-01-01T00:00:00Z")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?colour=red",
                "?created_at_from=yesterday",
                "?page=0",
                "?per_page=100000",
                "?status=Won&order=1;drop%20table%20hubhus_lead"
            })
    void queryThatIsNotUnderstoodIsRefused(String query) {
        assertThat(get("hubhus", LEADS + query).statusCode()).isEqualTo(422);
    }

    @Test
    void filteredCredentialSeesItsRowsOnly() {
        assertThat(values("vendor", "source", LEADS + "?per_page=200"))
                .isNotEmpty()
                .containsOnly("Vendor XYZ");
        assertThat(values("vendor", "source", LEADS + "?source=Website")).isEmpty();
        assertThat(json(get("vendor", LEADS)).at("/meta/total").intValue())
                .isLessThan(json(get("hubhus", LEADS)).at("/meta/total").intValue());
    }

    @Test
    void rowOutsideTheFilterIsAbsentNotForbidden() {
        String foreign = ids(json(get("hubhus", LEADS + "?source=Website"))).getFirst();

        HttpResponse<String> hidden = get("vendor", LEADS + "/" + foreign);

        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body()).isEqualTo(get("vendor", LEADS + "/nothing").body());
        assertThat(
                        send("vendor", "PATCH", LEADS + "/" + foreign, "{\"status\":\"Won\"}")
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void writeThatWouldLeaveTheFilterIsRefused() {
        String own = ids(json(get("vendor", LEADS))).getFirst();

        HttpResponse<String> refused =
                send("vendor", "PATCH", LEADS + "/" + own, "{\"source\":\"Website\"}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(get("vendor", LEADS + "/" + own).statusCode()).as("still there").isEqualTo(200);
        assertThat(
                        send("vendor", "POST", LEADS, "{\"name\":\"A\",\"source\":\"Website\"}")
                                .statusCode())
                .isEqualTo(422);
        assertThat(send("vendor", "POST", LEADS, "{\"name\":\"A\"}").statusCode()).isEqualTo(422);
        assertThat(send("vendor", "PATCH", LEADS + "/" + own, "{\"source\":null}").statusCode())
                .isEqualTo(422);
    }

    @Test
    void writeWithinTheFilterIsAccepted() {
        HttpResponse<String> created =
                send("vendor", "POST", LEADS, "{\"name\":\"A\",\"source\":\"Vendor XYZ\"}");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String own = LEADS + "/" + json(created).at("/data/id").stringValue();

        assertThat(send("vendor", "PATCH", own, "{\"status\":\"Won\"}").statusCode())
                .isEqualTo(200);
        assertThat(json(get("vendor", own)).at("/data/status").stringValue()).isEqualTo("Won");
    }

    @Test
    void absentCampaignIsAbsent() {
        assertThat(get("hubhus", "/hubhus/v2/campaigns/99/leads").statusCode()).isEqualTo(404);
        assertThat(get("vendor", "/hubhus/v2/campaigns/2/leads").body()).contains("\"data\":[]");
    }

    private static List<String> values(String member, String path) {
        return values("hubhus", member, path);
    }

    private static List<String> values(String token, String member, String path) {
        return StreamSupport.stream(json(get(token, path)).get("data").spliterator(), false)
                .map(it -> it.get(member).stringValue())
                .toList();
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.get("data").forEach(it -> ids.add(it.get("id").stringValue()));
        return ids;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpResponse<String> get(String token, String path) {
        return send(token, "GET", path, null);
    }

    private static HttpResponse<String> send(
            String token, String method, String path, @Nullable String body) {
        String port = app.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Authorization", "Bearer " + token)
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
