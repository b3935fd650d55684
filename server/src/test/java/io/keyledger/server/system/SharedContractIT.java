package io.keyledger.server.system;

import static io.keyledger.server.system.Answers.assertAdmitted;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.Admin.IssuedKey;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What all four hubs share. */
@ExtendWith(SharedServer.class)
class SharedContractIT {

    private RunningServer server;
    private Admin admin;

    @BeforeEach
    void meet(RunningServer running) {
        server = running;
        admin = new Admin(running);
    }

    private HubSurface surface(Hub hub) {
        return new HubSurface(server, admin, hub.name().toLowerCase(Locale.ROOT), hub.at);
    }

    /** One call of each hub that works. */
    enum Hub {
        HUBNITY("enterprise", "read:members", "write:projects", "/v1/members"),
        NEXTORIA("starter", "projects:read", "tasks:write", "/v1/projects"),
        HUBHUS("standard", "read", "write", "/v2/campaigns/c1/leads"),
        ONBOARDINGHUB("growth", "contacts:read", "guides:read", "/api/v1/contacts");

        private final String plan;
        private final String scope;
        private final String otherScope;
        private final String path;
        private final String at = "/" + name().toLowerCase(Locale.ROOT);

        Hub(String plan, String scope, String otherScope, String path) {
            this.plan = plan;
            this.scope = scope;
            this.otherScope = otherScope;
            this.path = path;
        }
    }

    @ParameterizedTest
    @EnumSource
    void bearerInTheHeaderIsTheOnlyWay(Hub hub) throws IOException {
        HubSurface surface = surface(hub);
        IssuedKey key = surface.keyOn(hub.plan, hub.scope);

        assertAdmitted(surface.asked("GET", hub.path, key.secret()));
        assertAdmitted(
                surface.forwarded("GET", hub.path, "authorization", "bearer " + key.secret()));
        for (String elsewhere : new String[] {"access_token", "token", "api_key"}) {
            HttpResponse<String> refused =
                    surface.forwarded("GET", hub.path + "?" + elsewhere + "=" + key.secret());
            assertThat(refused.statusCode()).isEqualTo(401);
        }
        assertThat(surface.forwarded("GET", hub.path, "X-Api-Key", key.secret()).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource
    void unauthorizedHasAChallengeOfRfc6750(Hub hub) throws IOException {
        HubSurface surface = surface(hub);
        String realm = "Bearer realm=\"" + hub.at.substring(1) + "\"";

        assertThat(Answers.header(surface.forwarded("GET", hub.path), "WWW-Authenticate"))
                .isEqualTo(realm);
        assertThat(Answers.header(surface.asked("GET", hub.path, "nonsense"), "WWW-Authenticate"))
                .isEqualTo(realm + ", error=\"invalid_token\"");
    }

    /** Each defect is mended in turn, and the next one in the order is then told. */
    @ParameterizedTest
    @EnumSource
    void orderOfChecksIsFixed(Hub hub) throws IOException {
        HubSurface surface = surface(hub);
        String workspace = surface.workspace(hub.plan);
        IssuedKey key = surface.key(workspace, hub.scope);
        String needsMore = hub == Hub.HUBHUS ? "POST" : "GET";
        IssuedKey unscoped = hub == Hub.HUBHUS ? key : surface.key(workspace, hub.otherScope);
        admin.post("/admin/v1/workspaces/" + workspace + "/suspend", "{}");

        assertThat(surface.forwarded("GET", "/nowhere").statusCode()).isEqualTo(401);
        assertThat(surface.asked("GET", "/nowhere", "nonsense").statusCode()).isEqualTo(401);
        assertThat(code(surface, unscoped, "GET", "/nowhere")).isEqualTo("SUSPENDED");
        admin.post("/admin/v1/workspaces/" + workspace + "/resume", "{}");
        assertThat(code(surface, unscoped, "GET", "/nowhere")).isEqualTo("ROUTE_UNKNOWN");
        assertThat(code(surface, unscoped, needsMore, hub.path)).isEqualTo("INSUFFICIENT_SCOPE");
        surface.verified(key.secret(), "GET", hub.path, ",\"cost\":60");
        Flood.of(200, () -> surface.asked("GET", hub.path, key.secret()));
        assertThat(code(surface, key, "GET", hub.path)).isEqualTo("RATE_LIMITED");
        if (hub == Hub.HUBHUS) {
            assertThat(code(surface, key, "POST", hub.path)).isEqualTo("INSUFFICIENT_SCOPE");
        }
        assertThat(code(surface, key, "GET", "/nowhere")).isEqualTo("ROUTE_UNKNOWN");
    }

    private static String code(HubSurface surface, IssuedKey key, String method, String path)
            throws IOException {
        return surface.verified(key.secret(), method, path, "").get("code").asString();
    }

    @ParameterizedTest
    @EnumSource
    void rejectedRequestsCostNothing(Hub hub) throws IOException {
        HubSurface surface = surface(hub);
        IssuedKey key = surface.keyOn(hub.plan, hub.scope);
        long before = remaining(surface, hub, key);

        for (int i = 0; i < 30; i++) {
            surface.asked("GET", "/nowhere", key.secret());
            surface.asked("DELETE", hub.path, key.secret());
        }

        assertThat(remaining(surface, hub, key)).isGreaterThanOrEqualTo(before);
    }

    /** Checklist RL-05. Some are admitted: as many as the budget has refilled meanwhile. */
    @ParameterizedTest
    @EnumSource
    void nothingThatAClientSendsGivesItAnotherBudget(Hub hub) throws IOException {
        HubSurface surface = surface(hub);
        IssuedKey key = surface.keyOn(hub.plan, hub.scope);
        surface.verified(key.secret(), "GET", hub.path, ",\"cost\":60");
        long start = System.nanoTime();
        Flood.of(200, () -> surface.asked("GET", hub.path, key.secret()));

        int admitted = 0;
        for (int i = 0; i < 60; i++) {
            String another = "198.51.100." + i;
            HttpResponse<String> answer =
                    surface.forwarded(
                            i % 2 == 0 ? "GET" : "HEAD",
                            hub.path + "?api_key=" + i,
                            "Authorization",
                            (i % 2 == 0 ? "Bearer " : "BEARER ") + key.secret(),
                            "X-Forwarded-For",
                            another,
                            "X-Real-IP",
                            another,
                            "Forwarded",
                            "for=" + another,
                            "User-Agent",
                            another);
            admitted += answer.statusCode() == 200 ? 1 : 0;
        }

        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(admitted).isLessThanOrEqualTo(1 + (int) (seconds * 100 / 60));
    }

    /** Checklist RL-06: a budget is its key's, and who does not have the key cannot touch it. */
    @ParameterizedTest
    @EnumSource
    void whoHasNotTheKeyCannotSpendItsBudget(Hub hub) throws IOException {
        HubSurface surface = surface(hub);
        IssuedKey key = surface.keyOn(hub.plan, hub.scope);
        String secret = key.secret();
        String almost = secret.substring(0, secret.length() - 1);
        long before = remaining(surface, hub, key);

        for (int i = 0; i < 100; i++) {
            char last = "0aZ".charAt(i % 3);
            if (!secret.endsWith(String.valueOf(last))) {
                assertThat(surface.asked("GET", hub.path, almost + last).statusCode())
                        .isEqualTo(401);
            }
        }

        assertThat(remaining(surface, hub, key)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void askingWithCostZeroSpendsNothing(Hub hub) throws IOException {
        HubSurface surface = surface(hub);
        IssuedKey key = surface.keyOn(hub.plan, hub.scope);

        long before = remaining(surface, hub, key);

        assertThat(remaining(surface, hub, key)).isEqualTo(before);
        surface.asked("GET", hub.path, key.secret());
        assertThat(remaining(surface, hub, key)).isLessThan(before);
    }

    private static long remaining(HubSurface surface, Hub hub, IssuedKey key) throws IOException {
        return surface.verified(key.secret(), "GET", hub.path, ",\"cost\":0")
                .at("/rateLimit/remaining")
                .asLong();
    }

    @ParameterizedTest
    @EnumSource
    void keysOfOneHubAreUnknownToTheOthers(Hub hub) throws IOException {
        IssuedKey key = surface(hub).keyOn(hub.plan, hub.scope);

        for (Hub other : Hub.values()) {
            int status = surface(other).asked("GET", other.path, key.secret()).statusCode();
            assertThat(status).isEqualTo(other == hub ? 200 : 401);
        }
    }

    @ParameterizedTest
    @EnumSource
    void acceptedRequestsTellTheApiWhoAsks(Hub hub) throws IOException {
        HubSurface surface = surface(hub);
        String workspace = surface.workspace(hub.plan);
        IssuedKey key = surface.key(workspace, hub.scope);

        HttpResponse<String> accepted = surface.asked("GET", hub.path, key.secret());

        assertThat(Answers.header(accepted, "X-Keyledger-Credential")).isEqualTo(key.id());
        assertThat(Answers.header(accepted, "X-Keyledger-Workspace")).isEqualTo(workspace);
        assertThat(Answers.header(accepted, "X-Keyledger-Hub")).isEqualTo(hub.at.substring(1));
        assertThat(Answers.header(accepted, "X-Keyledger-Plan")).isEqualTo(hub.plan);
        assertThat(Answers.header(accepted, "X-Keyledger-Scopes")).isEqualTo(hub.scope);
    }
}
