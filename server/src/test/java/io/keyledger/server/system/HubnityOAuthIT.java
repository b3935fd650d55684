package io.keyledger.server.system;

import static io.keyledger.server.system.Answers.assertAdmitted;
import static io.keyledger.server.system.Answers.assertRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hubnity's OAuth, which is part of the Enterprise plan. */
@ExtendWith(SharedDemo.class)
class HubnityOAuthIT {

    private static final String SCOPE = "read:members";

    private OAuthSurface hub;
    private String enterprise;
    private AppAtHub app;

    @BeforeEach
    void register(RunningServer server) throws IOException {
        hub = new OAuthSurface(server, OAuthGuide.HUBNITY);
        enterprise = hub.workspace("Large", "enterprise");
        app = AppAtHub.registeredAt(hub, enterprise, SCOPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"free", "team"})
    void onAnotherPlanTheAppGetsNothing(String plan) throws IOException {
        Person person = hub.person(hub.workspace("Small", plan));

        WebPage back = person.afterSignIn(app.authorize(SCOPE));

        assertThat(back.url().toString()).startsWith(AppAtHub.CALLBACK);
        assertThat(back.query()).containsEntry("error", "access_denied");
    }

    @Test
    void aWorkspaceOnAnotherPlanIsNotOffered() throws IOException {
        Person person = hub.person(enterprise, hub.workspace("Small", "team"));

        WebPage consent = person.afterSignIn(app.authorize(SCOPE));

        assertThat(consent.form("workspace").fields()).containsEntry("workspace", enterprise);
        assertThat(consent.body()).contains("Large").doesNotContain("Small");
    }

    @Test
    void aTokenRestsWhileItsWorkspaceIsOnAnotherPlan() throws IOException {
        String token = app.token(hub.person(enterprise), SCOPE, "Large");
        assertAdmitted(hub.call("/v1/members", token));

        plan("team");
        assertRefusal(
                hub.call("/v1/members", token),
                403,
                """
                {"code":"HUB-API-403","message":"The plan of this organization has no API access. \
                API access is part of the Enterprise plan."}
                """);

        plan("enterprise");
        assertAdmitted(hub.call("/v1/members", token));
    }

    @Test
    void aTokenDiesWithItsApp() throws IOException {
        String token = app.token(hub.person(enterprise), SCOPE, "Large");
        assertAdmitted(hub.call("/v1/members", token));

        hub.admin().delete("/admin/v1/oauth-apps/" + app.app().id());

        assertRefusal(hub.call("/v1/members", token), 401, OAuthGuide.HUBNITY.revoked());
    }

    private void plan(String plan) throws IOException {
        hub.admin()
                .patch("/admin/v1/workspaces/" + enterprise, "{\"plan\":\"%s\"}".formatted(plan));
    }
}
