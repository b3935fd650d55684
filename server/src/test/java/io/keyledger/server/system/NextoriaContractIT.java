package io.keyledger.server.system;

import static io.keyledger.server.system.Answers.assertAdmitted;
import static io.keyledger.server.system.Answers.assertRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.Admin.IssuedKey;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Nextoria Hub promises its API clients, row by row. */
@ExtendWith(SharedServer.class)
class NextoriaContractIT {

    private Admin admin;
    private HubSurface nextoria;

    @BeforeEach
    void meet(RunningServer server) {
        admin = new Admin(server);
        nextoria = new HubSurface(server, admin, "nextoria", "/nextoria");
    }

    @Test
    void baseUrlIsAHostWithAVersion(RunningServer server) throws IOException {
        IssuedKey key = nextoria.keyOn("starter", "projects:read");
        HubSurface atItsHost = new HubSurface(server, admin, "nextoria", "");

        assertAdmitted(
                atItsHost.forwarded(
                        "GET",
                        "/v1/projects",
                        "X-Forwarded-Host",
                        "api.nextoriahub.com",
                        "X-Forwarded-Proto",
                        "https",
                        "Authorization",
                        "Bearer " + key.secret()));
    }

    @Test
    void baseUrlIsHttpsOnlyAndPlainHttpIsRefusedNotRedirected() throws IOException {
        IssuedKey key = nextoria.keyOn("starter", "projects:read");

        HttpResponse<String> refused =
                nextoria.forwarded(
                        "GET",
                        "/v1/projects",
                        "X-Forwarded-Proto",
                        "http",
                        "Authorization",
                        "Bearer " + key.secret());

        assertRefusal(
                refused,
                403,
                """
                {"error":{"code":"FORBIDDEN","message":"All API requests must be made over HTTPS.",\
                "status":403}}
                """);
        assertThat(Answers.headerIfAny(refused, "Location")).isEmpty();
    }

    @Test
    void keyIsValidForTheWholeWorkspaceWithinItsScopes() throws IOException {
        IssuedKey key = nextoria.keyOn("growth", "projects:read", "invoices:write");

        assertThat(key.secret()).matches("nxh_[A-Za-z0-9]{36,}");
        assertThat(admin.get("/admin/v1/keys/" + key.id()).body())
                .doesNotContain(key.secret().substring(4, 30));
        assertAdmitted(nextoria.asked("GET", "/v1/projects", key.secret()));
        assertAdmitted(nextoria.asked("GET", "/v1/projects/proj_abc123", key.secret()));
        assertAdmitted(nextoria.asked("POST", "/v1/invoices/inv_1/send", key.secret()));
        assertThat(nextoria.asked("GET", "/v1/invoices", key.secret()).statusCode()).isEqualTo(403);
    }

    @Test
    void scopesHaveTheDescriptionsOfTheGuide() throws IOException {
        Map<String, String> shown =
                nextoria.shown()
                        .get("scopes")
                        .valueStream()
                        .collect(
                                Collectors.toMap(
                                        it -> it.get("name").asString(),
                                        it -> it.get("description").asString()));

        assertThat(shown)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "projects:read", "List and read project data",
                                "projects:write", "Create, update, and delete projects",
                                "tasks:read", "Read task data across projects",
                                "tasks:write", "Create and update tasks",
                                "clients:read", "Read client records",
                                "clients:write", "Create and manage client records",
                                "invoices:read", "Read invoice data",
                                "invoices:write", "Create, send, and void invoices",
                                "files:read", "Read file metadata and download URLs",
                                "analytics:read", "Read analytics and reporting data"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/projects, projects:read",
        "DELETE, /v1/projects/p1, projects:write",
        "GET, /v1/tasks, tasks:read",
        "PATCH, /v1/tasks/t1, tasks:write",
        "GET, /v1/clients/c1, clients:read",
        "POST, /v1/clients, clients:write",
        "GET, /v1/invoices, invoices:read",
        "POST, /v1/invoices/i1/void, invoices:write",
        "GET, /v1/files/f1, files:read",
        "GET, /v1/analytics/revenue, analytics:read"
    })
    void scopesEachOpenTheirEndpoints(String method, String path, String scope) throws IOException {
        assertAdmitted(nextoria.asked(method, path, nextoria.keyOn("scale", scope).secret()));
    }

    @ParameterizedTest
    @CsvSource({"starter, 60, 100", "growth, 300, 500", "scale, 1000, 2000"})
    void rateLimitIsThatOfThePlanWithItsBurst(String plan, int perMinute, int burst)
            throws Exception {
        IssuedKey key = nextoria.keyOn(plan, "projects:read");
        Flood.Call call = () -> nextoria.asked("GET", "/v1/projects", key.secret());

        Flood flood = Flood.of(2 * burst + 1_000, call);

        flood.assertHadRoomFor(burst, perMinute);
        assertRefusal(
                flood.refused(),
                429,
                """
                {"error":{"code":"RATE_LIMITED","message":"Too many requests. Retry after %s seconds.",\
                "status":429}}
                """
                        .formatted(Answers.header(flood.refused(), "Retry-After")));
        flood.assertTellsTheTruth(call);
    }

    @Test
    void rateLimitIsCountedPerWorkspace() throws IOException {
        String workspace = nextoria.workspace("starter");
        IssuedKey one = nextoria.key(workspace, "projects:read");
        IssuedKey other = nextoria.key(workspace, "tasks:read");
        Flood.of(300, () -> nextoria.asked("GET", "/v1/projects", one.secret()));

        assertThat(nextoria.asked("GET", "/v1/tasks", other.secret()).statusCode()).isEqualTo(429);
        assertAdmitted(
                nextoria.asked(
                        "GET", "/v1/tasks", nextoria.keyOn("starter", "tasks:read").secret()));
    }

    @Test
    void rateLimitOfABetterPlanHoldsOnTheNextRequest() throws IOException {
        String workspace = nextoria.workspace("starter");
        IssuedKey key = nextoria.key(workspace, "projects:read");
        nextoria.verified(key.secret(), "GET", "/v1/projects", ",\"cost\":50");

        admin.patch("/admin/v1/workspaces/" + workspace, "{\"plan\":\"scale\"}");

        long limit =
                nextoria.verified(key.secret(), "GET", "/v1/projects", "")
                        .at("/rateLimit/limit")
                        .asLong();
        assertThat(limit).isEqualTo(2_000);
    }

    @Test
    void errorsHaveCodeMessageAndStatus() throws IOException {
        IssuedKey key = nextoria.keyOn("starter", "projects:read");

        assertRefusal(
                nextoria.forwarded("GET", "/v1/projects"),
                401,
                """
                {"error":{"code":"UNAUTHORIZED","message":"The API key is missing. Send it as \
                Authorization: Bearer YOUR_API_KEY.","status":401}}
                """);
        assertRefusal(
                nextoria.asked("GET", "/v1/projects", "nxh_wrong"),
                401,
                """
                {"error":{"code":"UNAUTHORIZED","message":"The API key is invalid or has been \
                revoked.","status":401}}
                """);
        assertRefusal(
                nextoria.asked("POST", "/v1/projects", key.secret()),
                403,
                """
                {"error":{"code":"FORBIDDEN","message":"This API key lacks the scope projects:write.",\
                "status":403}}
                """);
        assertRefusal(
                nextoria.asked("GET", "/v1/nothing", key.secret()),
                404,
                """
                {"error":{"code":"NOT_FOUND","message":"This endpoint does not exist.","status":404}}
                """);
        assertRefusal(
                nextoria.forwarded(
                        "GET",
                        "/v1/projects",
                        "Authorization",
                        "Bearer " + key.secret(),
                        "Authorization",
                        "Bearer " + key.secret()),
                400,
                """
                {"error":{"code":"BAD_REQUEST","message":"The request could not be understood. Send \
                one Authorization header, of the form Bearer YOUR_API_KEY.","status":400}}
                """);
    }

    @Test
    void errorsOfARevokedAndOfAnUnknownKeyAreTheSame() throws IOException {
        IssuedKey key = nextoria.keyOn("starter", "projects:read");
        admin.revoke(key);

        HttpResponse<String> revoked = nextoria.asked("GET", "/v1/projects", key.secret());
        HttpResponse<String> unknown = nextoria.asked("GET", "/v1/projects", "nxh_unknown");

        assertThat(revoked.statusCode()).isEqualTo(401);
        assertThat(revoked.body()).isEqualTo(unknown.body());
    }
}
