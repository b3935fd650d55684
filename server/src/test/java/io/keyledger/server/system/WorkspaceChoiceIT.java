package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.HubPeople.App;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In which workspace an app may act: one that the person belongs to and that has API access. */
@ExtendWith(SharedServer.class)
class WorkspaceChoiceIT {

    private static final String CALLBACK = "https://app.example.com/callback";

    private static HubPeople hub;
    private static HubPeople nextoria;
    private static App app;
    private static String first;
    private static String second;
    private static String free;
    private static String foreign;

    @BeforeAll
    static void prepare(RunningServer server) throws IOException {
        hub = new HubPeople(server, "onboardinghub");
        nextoria = new HubPeople(server, "nextoria");
        first = hub.workspace("First & <b>Co</b>", "growth");
        second = hub.workspace("Second", "growth");
        free = hub.workspace("Free", "free");
        foreign = hub.workspace("Foreign", "growth");
        app =
                hub.app(
                        foreign,
                        "public",
                        List.of(CALLBACK),
                        List.of("contacts:read", "contacts:write"));
    }

    /** OnboardingHub's guide: sign in, select a workspace, approve the scopes. */
    @Test
    void thePersonSelectsAWorkspaceAndThenApprovesTheScopes() throws IOException {
        Visitor visitor = signedIn(first, second);

        HttpResponse<String> choice = authorize(visitor);
        assertThat(choice.body())
                .contains("Choose one workspace", "First &amp; &lt;b&gt;Co&lt;/b&gt;", "Second")
                .doesNotContain("Foreign");
        HttpResponse<String> consent = visitor.open(choice.uri() + "&workspace=" + second);
        assertThat(consent.body())
                .contains("Second", "List and view contacts", "contacts_read", "contacts_write")
                .contains("Create, update, and delete contacts", "Choose another");

        assertThat(allow(visitor, consent)).startsWith(CALLBACK + "?").contains("code=obh_ac_");
    }

    /** The hub's profile lets people choose, even of one. */
    @Test
    void evenTheOnlyWorkspaceIsSelected() throws IOException {
        assertThat(authorize(signedIn(first)).body())
                .contains("Choose one workspace", "workspace=" + first);
    }

    /** A hub without a selection takes the only one, and shows it. */
    @Test
    void theOnlyWorkspaceIsShownWhereNoneIsSelected() throws IOException {
        String workspace = nextoria.workspace("The only one", "growth");
        String another = nextoria.workspace("Another", "growth");
        App zapier = nextoria.app(workspace, "public", List.of(CALLBACK), List.of("projects:read"));
        Visitor visitor = Visitor.anywhere();
        nextoria.signIn(visitor, nextoria.person(workspace));

        assertThat(visitor.open(request(nextoria, zapier, "projects:read")).body())
                .contains("The only one", "asks to act for you")
                .doesNotContain("Choose another");

        Visitor other = Visitor.anywhere();
        nextoria.signIn(other, nextoria.person(workspace, another));
        assertThat(other.open(request(nextoria, zapier, "projects:read")).body())
                .contains("Choose one workspace", "The only one", "Another");
    }

    @Test
    void aWorkspaceWithoutApiAccessIsNotOffered() throws IOException {
        assertThat(authorize(signedIn(first, free)).body())
                .contains("First")
                .doesNotContain("Free");
    }

    @Test
    void aSuspendedWorkspaceIsNotOffered() throws IOException {
        String suspended = hub.workspace("Suspended", "growth");
        Visitor visitor = signedIn(first, suspended);
        assertThat(authorize(visitor).body()).contains("Suspended");

        hub.admin().post("/admin/v1/workspaces/" + suspended + "/suspend", "{}");

        assertThat(authorize(visitor).body()).contains("First").doesNotContain("Suspended");
    }

    @Test
    void whoHasNoWorkspaceWithApiAccessCannotAllowAnything() throws IOException {
        for (Visitor visitor : List.of(signedIn(), signedIn(free))) {
            HttpResponse<String> answer = authorize(visitor);

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(Visitor.target(answer))
                    .startsWith(CALLBACK + "?")
                    .contains("error=access_denied", "state=s", "iss=");
        }
    }

    /** A workspace that somebody does not belong to is as unknown as one that never was. */
    @Test
    void aWorkspaceThatIsNotOfferedCannotBeChosen() throws IOException {
        for (String wanted : List.of(foreign, free, "ws_00000000000000000000", "x")) {
            Visitor visitor = signedIn(first, second, free);
            HttpResponse<String> byLink =
                    visitor.open(request(hub, app, SCOPES) + "&workspace=" + wanted);
            assertThat(byLink.body()).contains("Choose one workspace");

            HttpResponse<String> consent =
                    visitor.open(request(hub, app, SCOPES) + "&workspace=" + first);
            HttpResponse<String> byForm =
                    visitor.submit(
                            consent,
                            "authorize?",
                            Map.of("decision", "allow", "workspace", wanted));
            assertThat(byForm.statusCode()).isEqualTo(200);
            assertThat(byForm.body()).contains("Choose one workspace");
        }
    }

    /** What was true when the page was shown is judged again when the form comes. */
    @Test
    void whoHasLeftTheWorkspaceMeanwhileCannotAllowAnything() throws IOException {
        HubPeople.Person person = hub.person(first);
        Visitor visitor = Visitor.anywhere();
        hub.signIn(visitor, person);
        HttpResponse<String> consent =
                visitor.open(request(hub, app, SCOPES) + "&workspace=" + first);

        hub.admin().delete("/admin/v1/workspaces/" + first + "/members/" + person.account());

        assertThat(allow(visitor, consent)).contains("error=access_denied").doesNotContain("code=");
    }

    /** The catalogue's own spelling means the same. */
    @Test
    void scopesMayBeSpelledAsInTheCatalogue() throws IOException {
        Visitor visitor = signedIn(first);

        assertThat(
                        visitor.open(
                                        request(hub, app, "contacts:read contacts_read")
                                                + "&workspace="
                                                + first)
                                .body())
                .contains("contacts_read")
                .doesNotContain("contacts_write", "contacts:read<");
    }

    private static final String SCOPES = "contacts_read contacts_write";

    private static Visitor signedIn(String... workspaces) throws IOException {
        Visitor visitor = Visitor.anywhere();
        hub.signIn(visitor, hub.person(workspaces));
        return visitor;
    }

    private static HttpResponse<String> authorize(Visitor visitor) throws IOException {
        return visitor.open(request(hub, app, SCOPES));
    }

    private static String allow(Visitor visitor, HttpResponse<String> consent) throws IOException {
        return Visitor.target(visitor.submit(consent, "authorize?", Map.of("decision", "allow")));
    }

    private static String request(HubPeople at, App asking, String scope) {
        return at.url(
                "/oauth/authorize?"
                        + Visitor.encoded(
                                Map.of(
                                        "client_id",
                                        asking.id(),
                                        "redirect_uri",
                                        CALLBACK,
                                        "response_type",
                                        "code",
                                        "scope",
                                        scope,
                                        "state",
                                        "s",
                                        "code_challenge",
                                        HubPeople.CHALLENGE,
                                        "code_challenge_method",
                                        "S256")));
    }
}
