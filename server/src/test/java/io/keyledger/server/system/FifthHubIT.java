package io.keyledger.server.system;

import static io.keyledger.server.system.Answers.assertAdmitted;
import static io.keyledger.server.system.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.Admin.IssuedKey;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A hub that nobody has seen before, from the YAML of the guide alone and with its own words. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FifthHubIT {

    @TempDir static Path folder;

    private static RunningServer server;
    private static Admin admin;
    private static HubSurface ticketwise;

    @BeforeAll
    static void start() throws IOException {
        Path hubs = Files.createDirectories(folder.resolve("hubs"));
        Files.writeString(
                hubs.resolve("ticketwise.yaml"),
                Guide.named("add-your-own-hub.md").blocks("yaml").getFirst());
        Files.copy(
                Path.of("../command-side/src/test/resources/hubs/parcelwise.yaml"),
                hubs.resolve("parcelwise.yaml"));
        server = RunningServer.start(folder, "--keyledger.hubs-dir=" + hubs);
        admin = new Admin(server);
        ticketwise = new HubSurface(server, admin, "ticketwise", "/ticketwise");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void assertSays(HttpResponse<String> answer, int status, String body) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/vnd.ticketwise+json");
        assertThat(answer.body()).isEqualTo(body);
    }

    @Test
    void itsKeysHaveItsPrefix() throws IOException {
        assertThat(ticketwise.keyOn("crew", "reports").secret()).startsWith("twk_");
    }

    @ParameterizedTest
    @CsvSource({
        "tickets.read, GET, /v3/tickets, 200",
        "tickets.read, POST, /v3/tickets, 403",
        "tickets.write, GET, /v3/tickets/t1, 200",
        "tickets.write, POST, /v3/tickets/t1/comments, 200",
        "everything, GET, /v3/tickets/t1, 200",
        "everything, GET, /v3/reports, 200",
        "reports, GET, /v3/reports/2026/q4.pdf, 200",
        "reports, DELETE, /v3/reports/2026, 410",
        "everything, DELETE, /v3/settings/mail/sender, 200",
        "reports, GET, /v3/me, 200",
        "reports, GET, /v3/you, 410"
    })
    void itsRoutesNeedItsScopesAndWhatTheyImply(
            String scope, String method, String path, int status) throws IOException {
        IssuedKey key = ticketwise.keyOn("hall", scope);

        assertThat(ticketwise.asked(method, path, key.secret()).statusCode()).isEqualTo(status);
    }

    @Test
    void itRefusesInItsOwnWords() throws IOException {
        IssuedKey key = ticketwise.keyOn("crew", "tickets.read");

        assertSays(
                ticketwise.forwarded("GET", "/v3/tickets"),
                401,
                "{\"ok\":false,\"why\":\"who-are-you\",\"say\":\"Send your robot key as"
                        + " Authorization: Bearer KEY.\"}");
        assertSays(
                ticketwise.asked("GET", "/v3/tickets", "twk_nobody"),
                401,
                "{\"ok\":false,\"why\":\"unknown-robot\",\"say\":\"We do not know this robot"
                        + " key.\"}");
        assertSays(
                ticketwise.asked("POST", "/v3/tickets", key.secret()),
                403,
                "{\"ok\":false,\"why\":\"not-allowed\",\"say\":\"This needs tickets.write.\"}");
        assertSays(
                ticketwise.asked("GET", "/v3/unheard-of", key.secret()),
                410,
                "{\"ok\":false,\"why\":\"no-such-call\",\"say\":\"Ticketwise has no such call.\"}");
        assertSays(
                ticketwise.asked(
                        "GET", "/v3/tickets", ticketwise.keyOn("solo", "reports").secret()),
                403,
                "{\"ok\":false,\"why\":\"plan-too-small\",\"say\":\"Robots are part of Crew and"
                        + " Hall.\"}");
    }

    @Test
    void itsWindowsAreCountedPerWorkspaceAndToldInItsStyle() throws IOException {
        String workspace = ticketwise.workspace("crew");
        IssuedKey key = ticketwise.key(workspace, "tickets.read");
        IssuedKey other = ticketwise.key(workspace, "everything");

        HttpResponse<String> first = ticketwise.asked("GET", "/v3/tickets", key.secret());
        assertAdmitted(first);
        assertThat(header(first, "RateLimit-Policy"))
                .isEqualTo("\"per-1s\";q=20;w=1, \"per-86400s\";q=10000;w=86400");
        assertThat(header(first, "RateLimit")).startsWith("\"per-1s\";r=19;t=");

        ticketwise.verified(other.secret(), "GET", "/v3/tickets", ",\"cost\":17");
        HttpResponse<String> refused =
                Flood.of(200, () -> ticketwise.asked("GET", "/v3/reports/2026", other.secret()))
                        .refused();
        assertThat(refused.statusCode()).isEqualTo(429);
        String seconds = header(refused, "Retry-After");
        assertThat(refused.body())
                .isEqualTo(
                        "{\"ok\":false,\"why\":\"too-fast\",\"say\":\"Come back in %s s.\",\"wait\":%s}"
                                .formatted(seconds, seconds));
    }

    @Test
    void aRouteCostsWhatItsLineSays() throws IOException {
        IssuedKey key = ticketwise.keyOn("hall", "reports");

        JsonNode verdict = ticketwise.verified(key.secret(), "GET", "/v3/reports/2026", "");

        assertThat(verdict.at("/rateLimit/limit").asLong()).isEqualTo(50);
        assertThat(verdict.at("/rateLimit/remaining").asLong()).isEqualTo(40);
    }

    @Test
    void itIsFoundByItsHostToo() throws IOException {
        IssuedKey key = ticketwise.keyOn("crew", "tickets.read");
        HubSurface atItsHost = new HubSurface(server, admin, "ticketwise", "");

        assertAdmitted(
                atItsHost.forwarded(
                        "GET",
                        "/v3/tickets",
                        "X-Forwarded-Host",
                        "API.ticketwise.example:443",
                        "Authorization",
                        "Bearer " + key.secret()));
    }

    /** Free-form scopes, three windows, a plan without limits, statuses and media types. */
    @Test
    void anotherOneThatAsksForWhatTheOthersLeaveOutIsServedBesideIt() throws IOException {
        HubSurface parcelwise = new HubSurface(server, admin, "parcelwise", "/parcelwise");
        IssuedKey all = parcelwise.keyOn("Pay-as-you-go", "https://parcelwise.example/auth/admin");

        assertThat(all.secret()).startsWith("pw_live_");
        HttpResponse<String> admitted = parcelwise.asked("PATCH", "/admin/users", all.secret());
        assertAdmitted(admitted);
        assertThat(header(admitted, "RateLimit-Policy"))
                .isEqualTo(
                        "\"per-1s\";q=20;w=1, \"per-900s\";q=5000;w=900,"
                                + " \"per-2592000s\";q=100000;w=2592000");
        assertThat(header(admitted, "X-RateLimit-Limit")).isEqualTo("20");
        assertThat(header(admitted, "X-RateLimit-Reset")).as("in seconds from now").isEqualTo("1");
        assertAdmitted(parcelwise.asked("PUT", "/parcels/p1", all.secret()));
        assertAdmitted(parcelwise.asked("OPTIONS", "/anything", all.secret()));
        HttpResponse<String> unknown = parcelwise.asked("GET", "/v1", all.secret());
        assertThat(unknown.statusCode()).isEqualTo(410);
        assertThat(unknown.body())
                .isEqualTo(
                        "{\"fault\":{\"id\":\"not_found\",\"says\":[\"There is no such"
                                + " endpoint.\",\"Parcelwise – track & trace\"],\"http\":410,\"final\":true}}");
        IssuedKey unlimited = parcelwise.keyOn("partner", "parcel.view");
        assertThat(
                        parcelwise
                                .verified(unlimited.secret(), "GET", "/parcels/p1", "")
                                .get("rateLimit"))
                .isNull();
    }

    /**
     * Rows of its own, in containers of its own, which its routes name by a variable of its own.
     */
    @Test
    void itsRowsAreFilteredByItsOwnNames() throws IOException {
        HubSurface parcelwise = new HubSurface(server, admin, "parcelwise", "/parcelwise");
        String workspace = parcelwise.workspace("partner");
        JsonNode depot =
                Admin.json(
                        admin.post(
                                "/admin/v1/workspaces/" + workspace + "/campaigns",
                                "{\"name\":\"North\",\"collection\":\"parcels\",\"externalId\":\"d1\","
                                        + "\"schema\":{\"fields\":[{\"name\":\"shop\"}]}}"));
        admin.put(
                "/admin/v1/campaigns/" + depot.get("id").stringValue() + "/filters/shop",
                "{\"conditions\":[{\"field\":\"shop\",\"operator\":\"equals\",\"values\":[\"Acme\"]}]}");
        IssuedKey key =
                parcelwise.issued(
                        workspace,
                        ",\"filter\":{\"campaign\":\"%s\",\"filter\":\"shop\"}"
                                .formatted(depot.get("id").stringValue()),
                        "parcel.view");

        JsonNode own = parcelwise.verified(key.secret(), "HEAD", "/depots/d1/parcels/p1", "");
        JsonNode other = parcelwise.verified(key.secret(), "HEAD", "/depots/d2/parcels/p1", "");

        assertThat(own.get("code").stringValue()).isEqualTo("VALID");
        assertThat(own.get("filter").toString())
                .isEqualTo(
                        "{\"collection\":\"parcels\",\"container\":\"warehouse\",\"id\":\"d1\",\"conditions\":"
                                + "[{\"field\":\"shop\",\"operator\":\"equals\",\"values\":[\"Acme\"]}]}");
        assertThat(other.get("code").stringValue()).isEqualTo("ROUTE_UNKNOWN");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void theGuideWorksWhenPasted() throws Exception {
        String script =
                String.join("\n", Guide.named("add-your-own-hub.md").blocks("sh"))
                        .replace("http://127.0.0.1:8080", server.controlPlane())
                        .replace("http://127.0.0.1:8081", server.dataPlane());
        Path transcript = folder.resolve("transcript");
        Process bash =
                new ProcessBuilder("bash", "-e", "-c", script)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(transcript.toFile())
                        .start();
        assertThat(bash.waitFor(2, TimeUnit.MINUTES)).isTrue();

        String said = Files.readString(transcript);
        assertThat(bash.exitValue()).as(said).isZero();
        assertThat(said)
                .containsSubsequence(
                        "HTTP/1.1 200",
                        "HTTP/1.1 403",
                        "This needs reports.",
                        "HTTP/1.1 410",
                        "\"dryRun\":true",
                        "\"effect\":\"closed\"",
                        "/v3/reports",
                        "\"version\":2",
                        "\"published\":true",
                        "\"confirmed\"",
                        "HTTP/1.1 410",
                        "no-such-call");
    }
}
