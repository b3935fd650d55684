package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.Browser.Scheme;
import io.keyledger.server.system.HubPeople.Person;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets into the console, and how far. */
@ExtendWith(SharedServer.class)
class ConsoleAccessIT {

    @TempDir static Path folder;

    private static Console console;
    private static Console operators;
    private static HubPeople hub;
    private static String workspace;
    private static String foreign;
    private static Person admin;
    private static Person auditor;
    private static Person member;
    private static Person operator;

    @BeforeAll
    static void prepare(RunningServer server) throws IOException {
        console = new Console(server, "hubnity");
        operators = new Console(server, "keyledger");
        hub = new HubPeople(server, "hubnity");
        workspace = hub.workspace("Acme", "enterprise");
        foreign = hub.workspace("Foreign", "enterprise");
        admin = hub.staff("admin", workspace);
        auditor = hub.staff("auditor", workspace);
        member = hub.staff("member", workspace);
        HubPeople keyledger = new HubPeople(server, "keyledger");
        operator = keyledger.staff("admin", keyledger.admin().operators());
    }

    @Test
    void whoeverIsNotSignedInIsAskedToAndBroughtBack() throws IOException {
        Visitor visitor = Visitor.anywhere();
        HttpResponse<String> answer = visitor.open(console.url(workspace, "/keys?x=1"));

        HttpResponse<String> form = visitor.arrive(answer);
        HttpResponse<String> signedIn =
                visitor.submit(
                        form, Map.of("email", admin.email(), "password", HubPeople.PASSWORD));

        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(Visitor.target(signedIn)).isEqualTo(console.url(workspace, "/keys?x=1"));
        assertThat(visitor.follow(signedIn).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/console/hubnity//evil.example",
                "/console/hubnity.evil.example/",
                "/console/hubnity/\\evil.example",
                "/nextoria/oauth/account"
            })
    void nobodyIsLedElsewhereAfterSigningIn(String wanted) throws IOException {
        Visitor visitor = Visitor.anywhere();
        HttpResponse<String> form = visitor.open(console.url("/sign-in"));

        HttpResponse<String> signedIn =
                visitor.submit(
                        form,
                        Map.of(
                                "email",
                                admin.email(),
                                "password",
                                HubPeople.PASSWORD,
                                "continue",
                                wanted));

        assertThat(Visitor.target(signedIn)).isEqualTo(console.url(""));
    }

    @Test
    void aWrongPasswordIsRefusedInTheFormsOwnWords() throws IOException {
        Visitor visitor = Visitor.anywhere();
        HttpResponse<String> answer =
                visitor.submit(
                        visitor.open(console.url("/sign-in")),
                        Map.of("email", admin.email(), "password", "wrong"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("The address or the password is not right.");
    }

    /** Cross-workspace access by a changed id, and an id that nothing has, look the same. */
    @Test
    void aForeignWorkspaceLooksExactlyLikeNone() throws IOException {
        Visitor visitor = console.visitor(admin);

        HttpResponse<String> theirs = visitor.open(console.url(foreign, "/keys"));
        HttpResponse<String> nobodys =
                visitor.open(console.url("ws_00000000000000000000", "/keys"));

        assertThat(theirs.statusCode()).isEqualTo(404);
        assertThat(theirs.body()).isEqualTo(nobodys.body());
    }

    @Test
    void aMemberSeesTheWorkspaceInTheListAndNothingInIt() throws IOException {
        Visitor visitor = console.visitor(member);

        assertThat(visitor.open(console.url("")).body()).contains("Acme");
        assertThat(visitor.open(console.url(workspace, "/keys")).statusCode()).isEqualTo(404);
    }

    @Test
    void anAuditorReads() throws IOException {
        HttpResponse<String> page = console.visitor(auditor).open(console.url(workspace, "/keys"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("New API key");
    }

    @Test
    void whoeverLosesTheirRoleIsOutWithTheNextRequest() throws IOException {
        Person leaving = hub.staff("admin", workspace);
        Visitor visitor = console.visitor(leaving);
        assertThat(visitor.open(console.url(workspace, "/keys")).statusCode()).isEqualTo(200);

        hub.admin().delete("/admin/v1/workspaces/" + workspace + "/members/" + leaving.account());

        assertThat(visitor.open(console.url(workspace, "/keys")).statusCode()).isEqualTo(404);
    }

    @Test
    void anOperatorEntersEveryWorkspace() throws IOException {
        Visitor visitor = operators.visitor(operator);

        assertThat(visitor.open(operators.url("?of=hubnity")).body()).contains("Acme", "Foreign");
        assertThat(visitor.open(operators.url(foreign, "/keys")).statusCode()).isEqualTo(200);
    }

    @Test
    void aSessionOfOneHubIsNoneAtAnother() throws IOException {
        Visitor visitor = console.visitor(admin);

        assertThat(visitor.open(operators.url("")).statusCode()).isEqualTo(303);
    }

    /** Session fixation: whoever put their own secret into a browser before is not in by it. */
    @Test
    void aSecretThatWasPlantedBeforeSigningInOpensNothing() throws IOException {
        String cookie = "__Host-keyledger-hubnity";
        Visitor attacker = Visitor.anywhere();
        attacker.open(console.url("/sign-in"));
        Visitor victim = Visitor.anywhere();
        victim.plant(cookie, attacker.cookie(cookie));

        HttpResponse<String> answer =
                victim.submit(
                        victim.open(console.url("/sign-in")),
                        Map.of("email", admin.email(), "password", HubPeople.PASSWORD));

        assertThat(Visitor.target(answer)).isEqualTo(console.url(""));
        assertThat(victim.open(console.url("")).statusCode()).isEqualTo(200);
        assertThat(attacker.open(console.url("")).statusCode()).isEqualTo(303);
    }

    @Test
    void aFormFromElsewhereIsTakenNowhere() throws IOException {
        Visitor visitor = console.visitor(admin);

        HttpResponse<String> answer = visitor.post(console.url("/sign-out"), Map.of("csrf", "x"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(visitor.open(console.url("")).statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverSignsOutIsOut() throws IOException {
        Visitor visitor = console.visitor(admin);
        HttpResponse<String> home = visitor.open(console.url(""));

        visitor.submit(home, "/console/hubnity/sign-out", Map.of());

        assertThat(visitor.open(console.url("")).statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @EnumSource
    void theFirstPagesAreReadableByEverybody(Scheme scheme) {
        try (Browser browser = Browser.phone(folder, scheme)) {
            browser.open(console.url("/sign-in"));
            Console.lookAtPhone(browser);
            console.enter(browser, admin, console.url(""));
            Console.lookAtPhone(browser);
            browser.open(console.url(workspace, "/keys"));
            Console.lookAtPhone(browser);
        }
    }
}
