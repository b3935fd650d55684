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

/** OnboardingHub's OAuth: scopes with an underscore, and a workspace that the person selects. */
@ExtendWith(SharedDemo.class)
class OnboardingHubOAuthIT {

    private static final OAuthGuide GUIDE = OAuthGuide.ONBOARDINGHUB;

    private OAuthSurface hub;
    private String north;
    private String south;
    private String unpaid;
    private AppAtHub app;

    @BeforeEach
    void register(RunningServer server) throws IOException {
        hub = new OAuthSurface(server, GUIDE);
        north = hub.workspace("North", "growth");
        south = hub.workspace("South", "growth");
        unpaid = hub.workspace("Unpaid", "free");
        app = AppAtHub.registeredAt(hub, north, "contacts:read", "contacts:write");
    }

    @Test
    void thePersonSelectsAWorkspaceThatHasApiAccess() throws IOException {
        Person person = hub.person(north, south, unpaid);

        WebPage choice = person.afterSignIn(app.authorize("contacts_read"));

        assertThat(choice.link("North")).isPresent();
        assertThat(choice.link("South")).isPresent();
        assertThat(choice.body()).doesNotContain("Unpaid");
    }

    @Test
    void theTokenActsInTheWorkspaceThatWasSelected() throws IOException {
        Person person = hub.person(north, south);

        String token = app.token(person, "contacts_read", "South");

        assertThat(hub.verdict(token).get("workspace").stringValue()).isEqualTo(south);
        assertAdmitted(hub.call("/api/v1/contacts", token));
    }

    @Test
    void aWorkspaceIsSelectedEvenWhereThereIsOnlyOne() throws IOException {
        WebPage choice = hub.person(north).afterSignIn(app.authorize("contacts_read"));

        assertThat(choice.hasForm("workspace")).isFalse();
        assertThat(choice.link("North")).isPresent();
    }

    @Test
    void aWorkspaceThatIsNotOfferedCannotBeSelected() throws IOException {
        Person person = hub.person(north, unpaid);
        String wanted = app.authorize("contacts_read") + "&workspace=" + unpaid;

        assertThat(person.afterSignIn(wanted).hasForm("workspace")).isFalse();
        WebPage consent = person.consentPage(app.authorize("contacts_read"), "North");
        WebPage refused =
                person.submit(
                        consent.form("workspace")
                                .with("workspace", unpaid)
                                .with("decision", "allow"));

        assertThat(refused.query()).doesNotContainKey("code");
    }

    @Test
    void withoutAWorkspaceThatHasApiAccessTheAppGetsNothing() throws IOException {
        WebPage back = hub.person(unpaid).afterSignIn(app.authorize("contacts_read"));

        assertThat(back.url().toString()).startsWith(AppAtHub.CALLBACK);
        assertThat(back.query()).containsEntry("error", "access_denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"contacts_read", "contacts:read"})
    void aScopeMayBeWrittenEitherWayAndMeansTheSame(String scope) throws IOException {
        String token = app.token(hub.person(north), scope, "North");

        assertAdmitted(hub.call("/api/v1/contacts", token));
        assertRefusal(hub.call("/api/v1/organisations", token), 403, GUIDE.insufficientScope());
    }

    @Test
    void severalScopesAreAskedForTogether() throws IOException {
        String scopes = "contacts_read contacts_write";

        WebPage consent = hub.person(north).consentPage(app.authorize(scopes), "North");

        assertThat(consent.body())
                .contains("List and view contacts", "Create, update, and delete contacts");
    }

    @Test
    void aScopeThatTheAppIsNotRegisteredForIsRefused() throws IOException {
        WebPage back = hub.person(north).afterSignIn(app.authorize("webhooks_manage"));

        assertThat(back.query()).containsEntry("error", "invalid_scope");
    }

    @Test
    void aTokenDiesWhenThePersonLeavesTheWorkspace() throws IOException {
        Person person = hub.person(north, south);
        String there = app.token(person, "contacts_read", "North");
        String elsewhere = app.token(person, "contacts_read", "South");

        hub.admin().delete("/admin/v1/workspaces/" + north + "/members/" + person.account());

        assertRefusal(hub.call("/api/v1/contacts", there), 401, GUIDE.revoked());
        assertAdmitted(hub.call("/api/v1/contacts", elsewhere));
    }
}
