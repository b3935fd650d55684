package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.HubPeople.Person;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The people of a workspace in the console: what can be done with them, and what cannot. */
@ExtendWith(SharedServer.class)
class ConsolePeopleIT {

    private static RunningServer server;
    private static Console console;
    private static HubPeople hub;
    private String workspace;
    private Person boss;
    private Visitor admin;

    @BeforeAll
    static void prepare(RunningServer running) {
        server = running;
        console = new Console(server, "hubnity");
        hub = new HubPeople(server, "hubnity");
    }

    @BeforeEach
    void begin() throws IOException {
        workspace = hub.workspace("Acme", "enterprise");
        boss = hub.staff("admin", workspace);
        admin = console.visitor(boss);
    }

    @Test
    void somebodyWithAnAccountIsAddedByTheWholeAddress() throws IOException {
        Person known = hub.person();

        HttpResponse<String> answer =
                add(known.email().toUpperCase(Locale.ROOT), "Somebody", "auditor");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(admin.follow(answer).body()).contains(known.email(), "Ada Lovelace", "auditor");
        assertThat(console.visitor(known).open(url("/people")).statusCode()).isEqualTo(200);
    }

    /** Nobody learns by it who has an account: the answer is the same. */
    @Test
    void somebodyWithoutAnAccountGetsOneThatNothingOpens() throws IOException {
        String email = "new-" + System.nanoTime() + "@example.com";

        HttpResponse<String> answer = add(email, "Nora", "member");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(admin.follow(answer).body()).contains(email, "Nora", "member");
        Visitor guest = Visitor.anywhere();
        assertThat(
                        guest.submit(
                                        guest.open(console.url("/sign-in")),
                                        Map.of("email", email, "password", ""))
                                .statusCode())
                .isEqualTo(422);
    }

    @Test
    void anAccountOfAnotherHubIsNotEvenAskedFor() throws IOException {
        Person elsewhere = new HubPeople(server, "nextoria").person();

        HttpResponse<String> answer = add(elsewhere.email(), "Own Name", "member");

        assertThat(admin.follow(answer).body())
                .contains(elsewhere.email(), "Own Name")
                .doesNotContain(elsewhere.account());
    }

    @Test
    void aDoubleClickAddsOnce() throws IOException {
        String email = "twice-" + System.nanoTime() + "@example.com";
        HttpResponse<String> form = admin.open(url("/people/new"));
        Map<String, String> fields = Map.of("email", email, "name", "Tom", "role", "member");

        admin.submit(form, fields);
        HttpResponse<String> again = admin.submit(form, fields);

        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(admin.follow(again).body().split(email, -1)).hasSize(2);
    }

    @Test
    void whatCannotBeAddedIsRefusedBesideItsField() throws IOException {
        HttpResponse<String> page = add("no address", "Nora", "auditor");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("id=\"problem-email\"", "value=\"Nora\"")
                .containsPattern("value=\"auditor\" checked");
        assertThat(add("x@example.com", "Nora", "king").body()).contains("id=\"problem-role\"");
        assertThat(add(boss.email(), "Nora", "member").body())
                .contains("They belong to this workspace already, as admin");
    }

    @Test
    void aRoleIsChangedAndHoldsAtOnce() throws IOException {
        Person second = hub.staff("admin", workspace);
        Visitor their = console.visitor(second);

        HttpResponse<String> answer = send(second, "role", Map.of("role", "auditor"));

        assertThat(admin.follow(answer).body()).contains("The role is changed.");
        assertThat(their.open(url("/people")).body()).doesNotContain("Add a person");
    }

    @Test
    void whoeverIsTakenOutIsOutAndTheReceiptSaysSo() throws IOException {
        Person leaving = hub.staff("auditor", workspace);
        Visitor their = console.visitor(leaving);

        HttpResponse<String> page = send(leaving, "remove", Map.of("reason", "left us"));

        assertThat(page.body()).contains("no longer belongs to", "Receipt");
        assertThat(their.open(url("/people")).statusCode()).isEqualTo(404);
        assertThat(admin.open(url("/people")).body()).doesNotContain(leaving.email());
    }

    @Test
    void theLastAdminGoesOnlyWhenItIsSaid() throws IOException {
        assertThat(send(boss, "role", Map.of("role", "member")).body())
                .contains("id=\"problem-lastAdmin-role\"", "This is the only admin");
        assertThat(send(boss, "remove", Map.of()).statusCode()).isEqualTo(422);
        assertThat(admin.open(url("/people")).statusCode()).isEqualTo(200);

        HttpResponse<String> gone = send(boss, "remove", Map.of("lastAdmin", "1"));

        assertThat(gone.statusCode()).isEqualTo(200);
        assertThat(admin.open(url("/people")).statusCode()).isEqualTo(404);
    }

    @Test
    void whoBelongsElsewhereLooksExactlyLikeNobody() throws IOException {
        Person stranger = hub.staff("admin", hub.workspace("Foreign", "enterprise"));
        String none = "acc_00000000000000000000";

        assertThat(admin.open(url("/people/" + stranger.account())).statusCode()).isEqualTo(404);
        assertThat(admin.open(url("/people/" + stranger.account())).body())
                .isEqualTo(admin.open(url("/people/" + none)).body());
        for (String form : List.of("role", "remove")) {
            HttpResponse<String> theirs = post(admin, stranger.account(), form, Map.of());
            assertThat(theirs.statusCode()).as(form).isEqualTo(404);
            assertThat(theirs.body()).isEqualTo(post(admin, none, form, Map.of()).body());
        }
    }

    @Test
    void anAuditorReadsAndChangesNothing() throws IOException {
        Visitor auditor = console.visitor(hub.staff("auditor", workspace));

        assertThat(auditor.open(url("/people/" + boss.account())).body())
                .contains(boss.email())
                .doesNotContain("Take out");
        for (String form : List.of("role", "remove", "password")) {
            assertThat(post(auditor, boss.account(), form, Map.of("role", "member")).statusCode())
                    .as(form)
                    .isEqualTo(403);
        }
        assertThat(admin.open(url("/people")).statusCode()).isEqualTo(200);
    }

    /** Whoever could set it could sign in as them elsewhere. */
    @Test
    void anAdminOfAWorkspaceSetsNobodysPassword() throws IOException {
        Person member = hub.staff("member", workspace);

        assertThat(admin.open(url("/people/" + member.account())).body())
                .doesNotContain("Set a password");
        HttpResponse<String> answer =
                post(admin, member.account(), "password", Map.of("password", "taken over by me"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(console.visitor(member).open(console.url("")).statusCode()).isEqualTo(200);
    }

    @Test
    void anOperatorSetsAFirstPassword() throws IOException {
        Person member = hub.staff("member", workspace);
        Visitor their = console.visitor(member);
        HubPeople keyledger = new HubPeople(server, "keyledger");
        Console operators = new Console(server, "keyledger");
        Visitor operator =
                operators.visitor(keyledger.staff("admin", keyledger.admin().operators()));
        HttpResponse<String> page =
                operator.open(operators.url(workspace, "/people/" + member.account()));
        String form = operators.url(workspace, "/people/" + member.account() + "/password");
        String path = form.substring(form.indexOf("/console/"));

        assertThat(operator.submit(page, path, Map.of("password", "short")).body())
                .contains("id=\"problem-password\"");
        HttpResponse<String> answer =
                operator.submit(page, path, Map.of("password", "another long password"));

        assertThat(operator.follow(answer).body()).contains("The password is set.");
        assertThat(their.open(console.url("")).statusCode()).isEqualTo(303);
    }

    /** Addresses cannot be tried by the hundred; others are not held up by who tries. */
    @Test
    void whoeverAddsTooManyHasToWait() throws IOException {
        Visitor second = console.visitor(hub.staff("admin", workspace));
        HttpResponse<String> form = admin.open(url("/people/new"));
        for (int i = 0; i < 100; i++) {
            assertThat(admin.submit(form, tried("no address " + i)).statusCode()).isEqualTo(422);
        }

        HttpResponse<String> page = admin.submit(form, tried("late@example.com"));

        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.body()).contains("There were too many.", "late@example.com");
        assertThat(admin.open(url("/people")).body()).doesNotContain("late@example.com");
        assertThat(second.submit(second.open(url("/people/new")), tried("no address")).statusCode())
                .isEqualTo(422);
    }

    private static Map<String, String> tried(String email) {
        return Map.of("email", email, "name", "N", "role", "member", "once", "");
    }

    private String url(String path) {
        return console.url(workspace, path);
    }

    private HttpResponse<String> add(String email, String name, String role) throws IOException {
        return admin.submit(
                admin.open(url("/people/new")), Map.of("email", email, "name", name, "role", role));
    }

    private HttpResponse<String> send(Person person, String form, Map<String, String> fields)
            throws IOException {
        String path = "/people/" + person.account();
        String target = url(path + "/" + form);
        return admin.submit(
                admin.open(url(path)), target.substring(target.indexOf("/console/")), fields);
    }

    /** Sends a form that the page does not offer, with a token of the session. */
    private HttpResponse<String> post(
            Visitor visitor, String account, String form, Map<String, String> fields)
            throws IOException {
        String page = visitor.open(console.url("/account")).body();
        Map<String, String> all = new HashMap<>(fields);
        all.put("csrf", String.valueOf(Visitor.hidden(page).get("csrf")));
        return visitor.post(url("/people/" + account + "/" + form), all);
    }
}
