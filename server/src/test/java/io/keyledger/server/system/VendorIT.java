package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/**
 * The six steps of Hubhus's guide, from the campaign's filter to the vendor's calls: Keyledger, the
 * starter and the API with its rows, as they run in the demo.
 */
@ExtendWith(SharedDemo.class)
class VendorIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern EXAMPLE =
            Pattern.compile("<pre class=\"example\">(.*?)</pre>", Pattern.DOTALL);
    private static final String SCHEMA =
            """
            {"fields":[
               {"name":"name","label":"Name","type":"text","required":true},
               {"name":"email","label":"E-mail","type":"email"},
               {"name":"source","label":"Source","type":"select","select":"Sources"},
               {"name":"product","label":"Product","type":"select","select":"Products"}],
             "selects":[
               {"name":"Sources","options":["Vendor XYZ","Vendor ABC","Website"]},
               {"name":"Products","options":["Solar","Heat pump"]}],
             "statuses":["New","Contacted","Won"]}
            """;

    @TempDir static Path folder;

    private static RunningServer server;
    private static Admin admin;

    private String leads = "";
    private String workspace = "";
    private String campaign = "";

    @BeforeAll
    static void start(RunningServer shared) {
        server = shared;
        admin = new Admin(server);
    }

    @BeforeEach
    void prepare() throws IOException {
        leads = server.controlPlane() + "/hubhus/v2/campaigns/1/leads";
        workspace = new HubSurface(server, admin, "hubhus", "/hubhus").workspace("standard");
        campaign =
                Admin.json(
                                admin.post(
                                        "/admin/v1/workspaces/" + workspace + "/campaigns",
                                        "{\"name\":\"Spring\",\"externalId\":\"1\",\"schema\":%s}"
                                                .formatted(SCHEMA)))
                        .get("id")
                        .stringValue();
        filterBy("equals", "Vendor XYZ");
    }

    private HttpResponse<String> filterBy(String operator, String source) throws IOException {
        HttpResponse<String> defined =
                admin.put(
                        "/admin/v1/campaigns/" + campaign + "/filters/Vendor",
                        "{\"conditions\":[{\"field\":\"source\",\"operator\":\"%s\",\"values\":[\"%s\"]}]}"
                                .formatted(operator, source));
        assertThat(defined.statusCode()).as(defined.body()).isEqualTo(200);
        return defined;
    }

    private Token vendor(String scope) throws IOException {
        return token("{\"campaign\":\"%s\",\"filter\":\"Vendor\"}".formatted(campaign), scope);
    }

    private Token token(String filter, String scope) throws IOException {
        JsonNode issued =
                Admin.json(
                        admin.post(
                                "/admin/v1/workspaces/" + workspace + "/keys",
                                "{\"name\":\"Vendor XYZ – read only\",\"scopes\":[\"%s\"],\"filter\":%s}"
                                        .formatted(scope, filter)));
        return new Token(
                issued.get("secret").stringValue(), issued.get("documentationUrl").stringValue());
    }

    @Test
    void vendorSeesItsOwnLeadsAndNobodyElses() throws IOException {
        Token general = token("null", "read");
        Token vendor = vendor("read");
        String foreign = ids(general, "?source=Website").getFirst();

        assertThat(sources(general)).hasSizeGreaterThan(2).contains("Vendor XYZ", "Website");
        assertThat(sources(vendor)).containsExactly("Vendor XYZ");
        assertThat(ids(vendor, "?source=Website")).isEmpty();
        HttpResponse<String> hidden = call("GET", "/" + foreign, "", vendor);
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body()).isEqualTo(call("GET", "/nobody", "", vendor).body());
        assertThat(call("GET", "/" + foreign, "", general).statusCode()).isEqualTo(200);
    }

    @Test
    void vendorsWritesStayWithinItsFilter() throws IOException {
        Token vendor = vendor("write");
        String own = "/" + ids(vendor, "").getFirst();

        for (HttpResponse<String> refused :
                List.of(
                        call("POST", "", "{\"name\":\"A\",\"source\":\"Website\"}", vendor),
                        call("POST", "", "{\"name\":\"A\"}", vendor),
                        call("PATCH", own, "{\"source\":\"Website\"}", vendor),
                        call("PATCH", own, "{\"source\":null}", vendor))) {
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(Admin.json(refused).at("/errors/source/0").stringValue())
                    .isEqualTo("must be “Vendor XYZ”");
        }
        assertThat(
                        call("POST", "", "{\"name\":\"A\",\"source\":\"Vendor XYZ\"}", vendor)
                                .statusCode())
                .isEqualTo(201);
        assertThat(call("PATCH", own, "{\"status\":\"Won\"}", vendor).statusCode()).isEqualTo(200);
        assertThat(call("POST", "", "{\"name\":\"A\"}", vendor("read")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void vendorHasNoOtherCampaign() throws IOException {
        Token vendor = vendor("read");
        String other = leads.replace("/campaigns/1/", "/campaigns/2/");

        assertThat(send("GET", other, "", vendor).statusCode()).isEqualTo(404);
        assertThat(send("GET", other, "", token("null", "read")).statusCode()).isEqualTo(200);
    }

    @Test
    void changedFilterHoldsOnTheNextCall() throws IOException {
        Token vendor = vendor("read");
        assertThat(sources(vendor)).containsExactly("Vendor XYZ");

        filterBy("equals", "Website");
        assertThat(sources(vendor)).containsExactly("Website");

        filterBy("not-equals", "Website");
        assertThat(sources(vendor)).contains("Vendor XYZ", "Vendor ABC").doesNotContain("Website");
    }

    /** Each command of the page, with the id of a lead where it says so, against the API itself. */
    @Test
    void examplesOfThePublicDocumentationWorkWhenPasted() throws Exception {
        Token vendor = vendor("write");
        String lead = ids(vendor, "").getFirst();
        List<String> examples =
                EXAMPLE.matcher(send("GET", vendor.page(), "", vendor).body())
                        .results()
                        .map((MatchResult found) -> HtmlUtils.htmlUnescape(found.group(1)))
                        .toList();

        assertThat(examples).hasSize(5);
        for (String example : examples) {
            String said =
                    bash(
                            "TOKEN='%s'\n%s"
                                    .formatted(
                                            vendor.secret(),
                                            example.replace("/leads/1'", "/leads/" + lead + "'")
                                                    .replaceFirst(
                                                            "curl",
                                                            "curl -sS -w ' %{http_code}'")));
            assertThat(said).as(example).matches("(?s)\\{.*\"data\":.*} 20[01]");
        }
        assertThat(sources(vendor)).containsExactly("Vendor XYZ");
    }

    private Set<String> sources(Token token) throws IOException {
        return data(token, "?per_page=100")
                .valueStream()
                .map(lead -> lead.get("source").stringValue())
                .collect(Collectors.toSet());
    }

    private List<String> ids(Token token, String query) throws IOException {
        return data(token, query).valueStream().map(it -> it.get("id").stringValue()).toList();
    }

    private JsonNode data(Token token, String query) throws IOException {
        HttpResponse<String> listed = call("GET", query, "", token);
        assertThat(listed.statusCode()).as(listed.body()).isEqualTo(200);
        return Admin.json(listed).get("data");
    }

    private HttpResponse<String> call(String method, String path, String body, Token token)
            throws IOException {
        return send(method, leads + path, body, token);
    }

    private static HttpResponse<String> send(String method, String url, String body, Token token)
            throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer " + token.secret())
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String bash(String script) throws IOException, InterruptedException {
        Process bash =
                new ProcessBuilder("bash", "-c", script)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    /**
     * A vendor's.
     *
     * @param page its public documentation
     */
    private record Token(String secret, String page) {}
}
