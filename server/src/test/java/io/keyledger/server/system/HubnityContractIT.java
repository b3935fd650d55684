package io.keyledger.server.system;

import static io.keyledger.server.system.Answers.assertAdmitted;
import static io.keyledger.server.system.Answers.assertRefusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.keyledger.server.system.Admin.IssuedKey;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What Hubnity promises its API clients, row by row. */
@ExtendWith(SharedServer.class)
class HubnityContractIT {

    private static final String INVALID =
            """
            {"code":"HUB-API-401","message":"The API key is invalid or has been revoked."}
            """;

    private Admin admin;
    private HubSurface hubnity;

    @BeforeEach
    void meet(RunningServer server) {
        admin = new Admin(server);
        hubnity = new HubSurface(server, admin, "hubnity", "/hubnity");
    }

    @Test
    void baseUrlIsAHostWithAVersion(RunningServer server) throws IOException {
        IssuedKey key = hubnity.keyOn("enterprise", "read:members");
        HubSurface atItsHost = new HubSurface(server, admin, "hubnity", "");

        assertAdmitted(
                atItsHost.forwarded(
                        "GET",
                        "/v1/members",
                        "X-Forwarded-Host",
                        "api.hubnity.eu",
                        "Authorization",
                        "Bearer " + key.secret()));
        assertAdmitted(hubnity.asked("GET", "/v1/members", key.secret()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"free", "team"})
    void whoMayCallAreWorkspacesOnTheEnterprisePlanOnly(String plan) throws IOException {
        IssuedKey key = hubnity.keyOn(plan, "read:members");

        assertRefusal(
                hubnity.asked("GET", "/v1/members", key.secret()),
                403,
                """
                {"code":"HUB-API-403","message":"The plan of this organization has no API access. \
                API access is part of the Enterprise plan."}
                """);
        assertThat(hubnity.verified(key.secret(), "GET", "/v1/members", "").get("code").asString())
                .isEqualTo("FORBIDDEN_PLAN");
    }

    @Test
    void keyIsNamedAndShownOnceAndBelongsToTheOrganization() throws IOException {
        String workspace = hubnity.workspace("enterprise");
        IssuedKey key = hubnity.key(workspace, "read:members");

        assertThat(key.secret()).matches("hbn_[A-Za-z0-9]{36,}");
        HttpResponse<String> shown = admin.get("/admin/v1/keys/" + key.id());
        assertThat(Admin.json(shown).get("name").asString()).isEqualTo("A key");
        assertThat(Admin.json(shown).get("workspace").asString()).isEqualTo(workspace);
        assertThat(shown.body()).doesNotContain(key.secret().substring(4, 30));
    }

    @Test
    void scopesAreReadAndWriteOfFourResourcesWithATextEach() throws IOException {
        JsonNode scopes = hubnity.shown().get("scopes");

        assertThat(scopes.valueStream().map(it -> it.get("name").asString()))
                .containsExactlyInAnyOrder(
                        "read:timesheets",
                        "write:timesheets",
                        "read:projects",
                        "write:projects",
                        "read:members",
                        "write:members",
                        "read:time-entries",
                        "write:time-entries");
        assertThat(scopes.valueStream().map(it -> it.get("description").asString()))
                .allMatch(text -> text.length() > 10);
    }

    @ParameterizedTest
    @CsvSource({
        "write:timesheets, GET, /v1/timesheets, read:timesheets",
        "read:timesheets, POST, /v1/timesheets, write:timesheets",
        "write:projects, GET, /v1/projects/p1, read:projects",
        "write:members, GET, /v1/members, read:members",
        "write:time-entries, GET, /v1/time-entries, read:time-entries"
    })
    void scopesForWritingDoNotImplyReading(String held, String method, String path, String missing)
            throws IOException {
        IssuedKey key = hubnity.keyOn("enterprise", held);

        HttpResponse<String> refused = hubnity.asked(method, path, key.secret());

        assertRefusal(
                refused,
                403,
                """
                {"code":"HUB-API-403","message":"This endpoint needs the scope %s, which this API \
                key does not have."}
                """
                        .formatted(missing));
        assertThat(Answers.header(refused, "WWW-Authenticate"))
                .isEqualTo(
                        "Bearer realm=\"hubnity\", error=\"insufficient_scope\", scope=\"%s\""
                                .formatted(missing));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/members, read:members",
        "HEAD, /v1/members, read:members",
        "DELETE, /v1/members/m1, write:members",
        "GET, /v1/timesheets/t1, read:timesheets",
        "PATCH, /v1/projects/p1, write:projects",
        "POST, /v1/time-entries, write:time-entries"
    })
    void routesEachNeedTheirScope(String method, String path, String scope) throws IOException {
        assertAdmitted(hubnity.asked(method, path, hubnity.keyOn("enterprise", scope).secret()));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/invoices",
        "PUT, /v1/members",
        "GET, /v1/members/m1/salary",
        "GET, /v2/members",
        "GET, /v1/members/../members",
        "GET, /v1/members/"
    })
    void routesThatAreNotListedDoNotPass(String method, String path) throws IOException {
        IssuedKey key = hubnity.keyOn("enterprise", "read:members");

        assertRefusal(
                hubnity.asked(method, path, key.secret()),
                404,
                """
                {"code":"HUB-API-404","message":"There is no such endpoint."}
                """);
    }

    @Test
    void rateLimitIsAHundredAMinuteForEachKey() throws Exception {
        String workspace = hubnity.workspace("enterprise");
        IssuedKey key = hubnity.key(workspace, "read:members");
        IssuedKey neighbour = hubnity.key(workspace, "read:members");
        Flood.Call call = () -> hubnity.asked("GET", "/v1/members", key.secret());

        Flood flood = Flood.of(300, call);

        flood.assertHadRoomFor(100, 100);
        String seconds = Answers.header(flood.refused(), "Retry-After");
        assertRefusal(
                flood.refused(),
                429,
                """
                {"code":"HUB-API-429","message":"The rate limit is exceeded. Retry after %s seconds."}
                """
                        .formatted(seconds));
        assertAdmitted(hubnity.asked("GET", "/v1/members", neighbour.secret()));
        flood.assertTellsTheTruth(call);
    }

    @Test
    void rotationLeavesTheOldSecretValidFor24Hours() throws IOException {
        IssuedKey key = hubnity.keyOn("enterprise", "read:members");

        JsonNode rotated = Admin.json(admin.post("/admin/v1/keys/" + key.id() + "/rotate", "{}"));

        assertThat(Instant.parse(rotated.get("previousValidUntil").asString()))
                .isCloseTo(Instant.now().plus(Duration.ofHours(24)), within(1, ChronoUnit.MINUTES));
        assertAdmitted(hubnity.asked("GET", "/v1/members", key.secret()));
        assertAdmitted(hubnity.asked("GET", "/v1/members", rotated.get("secret").asString()));
    }

    @Test
    void revocationIsImmediate() throws IOException {
        IssuedKey key = hubnity.keyOn("enterprise", "read:members");
        assertAdmitted(hubnity.asked("GET", "/v1/members", key.secret()));

        admin.revoke(key);

        HttpResponse<String> refused = hubnity.asked("GET", "/v1/members", key.secret());
        assertRefusal(refused, 401, INVALID);
        assertThat(Answers.header(refused, "WWW-Authenticate"))
                .isEqualTo("Bearer realm=\"hubnity\", error=\"invalid_token\"");
    }

    @Test
    void errorsTellAnInvalidKeyByCodeAndMessage() throws IOException {
        assertRefusal(hubnity.asked("GET", "/v1/members", "hbn_wrong"), 401, INVALID);
    }

    @Test
    void errorsTellAMissingKeyByCodeAndMessage() throws IOException {
        HttpResponse<String> refused = hubnity.forwarded("GET", "/v1/members");

        assertRefusal(
                refused,
                401,
                """
                {"code":"HUB-API-401","message":"No API key was sent. Send it as \
                Authorization: Bearer YOUR_API_KEY."}
                """);
        assertThat(Answers.header(refused, "WWW-Authenticate"))
                .isEqualTo("Bearer realm=\"hubnity\"");
    }

    @Test
    void errorsTellASuspendedOrganization() throws IOException {
        String workspace = hubnity.workspace("enterprise");
        IssuedKey key = hubnity.key(workspace, "read:members");
        admin.post("/admin/v1/workspaces/" + workspace + "/suspend", "{}");

        assertRefusal(
                hubnity.asked("GET", "/v1/members", key.secret()),
                403,
                """
                {"code":"HUB-API-403","message":"API access of this organization is suspended. \
                Please contact your Hubnity administrator."}
                """);
    }
}
