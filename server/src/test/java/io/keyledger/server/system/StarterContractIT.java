package io.keyledger.server.system;

import static io.keyledger.server.system.Answers.headerIfAny;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.Admin.IssuedKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The APIs of the four hubs behind the starter, in the demo: whatever is wrong with a credential,
 * their clients get what a gateway would have given them, and what the API itself refuses is told
 * as the guide has it.
 */
@ExtendWith(SharedDemo.class)
class StarterContractIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static RunningServer server;
    private static Admin admin;

    @BeforeAll
    static void start(RunningServer shared) {
        server = shared;
        admin = new Admin(server);
    }

    /** A call of each hub, and a plan that has no access where there is one. */
    enum Hub {
        HUBNITY("enterprise", "free", "read:members", "read:projects", "/v1/members"),
        NEXTORIA("starter", "", "projects:read", "tasks:read", "/v1/projects"),
        HUBHUS("standard", "", "read", "", "/v2/campaigns/1/leads"),
        ONBOARDINGHUB("growth", "free", "contacts:read", "guides:read", "/api/v1/contacts");

        private final String id = name().toLowerCase(Locale.ROOT);
        private final String plan;
        private final String poorPlan;
        private final String scope;
        private final String otherScope;
        private final String path;

        Hub(String plan, String poorPlan, String scope, String otherScope, String path) {
            this.plan = plan;
            this.poorPlan = poorPlan;
            this.scope = scope;
            this.otherScope = otherScope;
            this.path = path;
        }

        private HubSurface surface() {
            return new HubSurface(server, admin, id, "/" + id);
        }
    }

    @ParameterizedTest
    @EnumSource
    void acceptedRequestsAreServed(Hub hub) throws IOException {
        IssuedKey key = hub.surface().keyOn(hub.plan, hub.scope);

        assertThat(served(hub, key).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void revokedKeyIsToldAsByAGateway(Hub hub) throws IOException {
        IssuedKey key = hub.surface().keyOn(hub.plan, hub.scope);
        admin.revoke(key);

        assertToldAsByAGateway(hub, key, 401);
    }

    @ParameterizedTest
    @EnumSource
    void expiredKeyIsToldAsByAGateway(Hub hub) throws Exception {
        Instant soon = Instant.now().plusSeconds(1);
        IssuedKey key =
                hub.surface()
                        .issued(
                                hub.surface().workspace(hub.plan),
                                ",\"expiresAt\":\"" + soon + "\"",
                                hub.scope);
        Thread.sleep(Duration.ofMillis(1_100));

        assertToldAsByAGateway(hub, key, 401);
    }

    @ParameterizedTest
    @EnumSource
    void suspendedWorkspaceIsToldAsByAGateway(Hub hub) throws IOException {
        String workspace = hub.surface().workspace(hub.plan);
        IssuedKey key = hub.surface().key(workspace, hub.scope);
        admin.post("/admin/v1/workspaces/" + workspace + "/suspend", "{}");

        assertToldAsByAGateway(hub, key, 403);
    }

    @ParameterizedTest
    @EnumSource(names = {"HUBNITY", "ONBOARDINGHUB"})
    void planWithoutAccessIsToldAsByAGateway(Hub hub) throws IOException {
        assertToldAsByAGateway(hub, hub.surface().keyOn(hub.poorPlan, hub.scope), 403);
    }

    @ParameterizedTest
    @EnumSource
    void foreignAddressIsToldAsByAGateway(Hub hub) throws IOException {
        IssuedKey key =
                hub.surface()
                        .issued(
                                hub.surface().workspace(hub.plan),
                                ",\"allowedCidrs\":[\"203.0.113.0/24\"]",
                                hub.scope);

        assertToldAsByAGateway(hub, key, 403);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HUBHUS")
    void missingScopeIsToldAsByAGateway(Hub hub) throws IOException {
        assertToldAsByAGateway(hub, hub.surface().keyOn(hub.plan, hub.otherScope), 403);
    }

    @ParameterizedTest
    @EnumSource
    void spentBudgetIsToldAsByAGateway(Hub hub) throws IOException {
        IssuedKey key = hub.surface().keyOn(hub.plan, hub.scope);
        hub.surface().verified(key.secret(), "GET", hub.path, ",\"cost\":60");
        HttpResponse<String> service = Flood.of(200, () -> served(hub, key)).refused();
        HttpResponse<String> gateway =
                Flood.of(200, () -> hub.surface().asked("GET", hub.path, key.secret())).refused();

        assertThat(service.statusCode()).isEqualTo(429);
        assertThat(Answers.header(service, "Retry-After")).isEqualTo("1");
        assertSame(service, gateway);
    }

    private static void assertToldAsByAGateway(Hub hub, IssuedKey key, int status)
            throws IOException {
        HttpResponse<String> service = served(hub, key);

        assertThat(service.statusCode()).as(service.body()).isEqualTo(status);
        assertSame(service, hub.surface().asked("GET", hub.path, key.secret()));
    }

    private static void assertSame(HttpResponse<String> service, HttpResponse<String> gateway) {
        assertThat(service.statusCode()).isEqualTo(gateway.statusCode());
        assertThat(service.body()).isEqualTo(gateway.body());
        for (String field : List.of("WWW-Authenticate", "Content-Type", "Retry-After")) {
            assertThat(headerIfAny(service, field))
                    .as(field)
                    .isEqualTo(headerIfAny(gateway, field));
        }
        for (String field : List.of("X-RateLimit-Limit", "X-RateLimit-Remaining")) {
            assertThat(headerIfAny(service, field).isPresent())
                    .as(field)
                    .isEqualTo(headerIfAny(gateway, field).isPresent());
        }
    }

    /** What the API behind the verdict refuses: the guides' shapes, with the API's own facts. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    HUBNITY | read:members | GET | /v1/members/nobody | | 404 | {"code":"HUB-API-404","message":"There is no such resource."}
                    HUBNITY | write:members | POST | /v1/members | {"name":"Ada"} | 422 | {"code":"HUB-API-422","message":"Some fields of the request cannot be accepted.","errors":{"email":["is required"]}}
                    NEXTORIA | projects:read | GET | /v1/projects/proj_abc123 | | 404 | {"error":{"code":"RESOURCE_NOT_FOUND","message":"Project with ID proj_abc123 was not found.","status":404}}
                    NEXTORIA | projects:write | PATCH | /v1/projects/proj_abc123 | {"name":"x"} | 404 | {"error":{"code":"RESOURCE_NOT_FOUND","message":"Project with ID proj_abc123 was not found.","status":404}}
                    NEXTORIA | invoices:write | POST | /v1/invoices/inv_abc123/send | | 404 | {"error":{"code":"RESOURCE_NOT_FOUND","message":"Invoice with ID inv_abc123 was not found.","status":404}}
                    NEXTORIA | projects:write | POST | /v1/projects | {} | 422 | {"error":{"code":"UNPROCESSABLE","message":"Some fields of the request cannot be accepted.","status":422,"fields":{"name":["is required"]}}}
                    NEXTORIA | projects:write | POST | /v1/projects | { | 400 | {"error":{"code":"BAD_REQUEST","message":"The body of the request cannot be read.","status":400}}
                    HUBHUS | read | GET | /v2/campaigns/1/leads/nobody | | 404 | {"message":"Not Found."}
                    HUBHUS | write | POST | /v2/campaigns/1/leads | {} | 422 | {"message":"The given data was invalid.","errors":{"name":["is required"]}}
                    ONBOARDINGHUB | contacts:read | GET | /api/v1/contacts/nobody | | 404 | {"error":{"type":"not_found","message":"The resource was not found."}}
                    ONBOARDINGHUB | contacts:write | POST | /api/v1/contacts | {"email":"nowhere"} | 422 | {"error":{"type":"validation_error","message":"Some fields of the request cannot be accepted.","errors":{"email":["must be an e-mail address"]}}}
                    """)
    void whatTheApiItselfRefusesIsToldAsTheGuideHasIt(
            Hub hub,
            String scope,
            String method,
            String path,
            @Nullable String body,
            int status,
            String expected)
            throws IOException {
        IssuedKey key = hub.surface().keyOn(hub.plan, scope);

        HttpResponse<String> refused = call(hub, method, path, body, key);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(Answers.header(refused, "Content-Type")).isEqualTo("application/json");
        assertThat(JsonMapper.shared().readTree(refused.body()))
                .isEqualTo(JsonMapper.shared().readTree(expected));
    }

    private static HttpResponse<String> served(Hub hub, IssuedKey key) throws IOException {
        return call(hub, "GET", hub.path, null, key);
    }

    private static HttpResponse<String> call(
            Hub hub, String method, String path, @Nullable String body, IssuedKey key)
            throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.controlPlane() + "/" + hub.id + path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer " + key.secret())
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .build();
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
