package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.HubPeople.Person;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Signing in and out, and what others can and cannot do about it (AZ-15 to AZ-17, HD-03, HD-05).
 */
@ExtendWith(SharedServer.class)
class SignInIT {

    private static final String COOKIE = "__Host-keyledger-nextoria";
    private static final String WRONG = "The address or the password is not right.";

    private static HubPeople hub;
    private static String workspace;

    @BeforeAll
    static void prepare(RunningServer server) throws IOException {
        hub = new HubPeople(server, "nextoria");
        workspace = hub.workspace("Acme", "growth");
    }

    /** HD-03. */
    @Test
    void theSessionsCookieIsOfThisHostAloneAndOutOfReachOfScripts() throws IOException {
        HttpResponse<String> page = Visitor.anywhere().open(hub.url("/oauth/sign-in"));

        assertThat(page.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith(COOKIE + "=")
                .endsWith("; Path=/; Secure; HttpOnly; SameSite=Lax")
                .doesNotContain("Domain");
    }

    /** AZ-15: what was in the browser before, whoever put it there, opens nothing. */
    @Test
    void signingInBringsANewSecretAndTheOldOneStaysWorthNothing() throws IOException {
        Person person = hub.person(workspace);
        Visitor visitor = Visitor.anywhere();
        visitor.open(hub.url("/oauth/sign-in"));
        String planted = visitor.cookie(COOKIE);

        assertThat(hub.signIn(visitor, person).statusCode()).isEqualTo(303);

        assertThat(visitor.cookie(COOKIE)).isNotEqualTo(planted);
        assertSignedIn(visitor, person);
        assertSignedOut(holding(planted));
    }

    /** AZ-15. */
    @Test
    void signingInAgainEndsTheSessionBefore() throws IOException {
        Person person = hub.person(workspace);
        Visitor visitor = signedIn(person);
        String before = visitor.cookie(COOKIE);

        hub.signIn(
                visitor,
                visitor.open(hub.url("/oauth/sign-in?again=1")),
                person.email(),
                HubPeople.PASSWORD);

        assertSignedIn(visitor, person);
        assertSignedOut(holding(before));
    }

    /** AZ-15. */
    @Test
    void signingOutEndsTheSession() throws IOException {
        Person person = hub.person(workspace);
        Visitor visitor = signedIn(person);
        Visitor elsewhere = signedIn(person);
        String secret = visitor.cookie(COOKIE);

        HttpResponse<String> answer = visitor.submit(account(visitor), "sign-out", Map.of());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertSignedOut(visitor);
        assertSignedOut(holding(secret));
        assertSignedIn(elsewhere, person);
    }

    @Test
    void signingOutEverywhereEndsEverySession() throws IOException {
        Person person = hub.person(workspace);
        Visitor visitor = signedIn(person);
        Visitor elsewhere = signedIn(person);
        Visitor somebodyElse = signedIn(hub.person(workspace));

        visitor.submit(account(visitor), "sign-out", Map.of("where", "everywhere"));

        assertSignedOut(visitor);
        assertSignedOut(elsewhere);
        assertThat(account(somebodyElse).statusCode()).isEqualTo(200);
    }

    @Test
    void aClosedAccountIsOutAtOnceAndStaysOut() throws IOException {
        Person person = hub.person(workspace);
        Visitor visitor = signedIn(person);

        hub.admin().delete("/admin/v1/accounts/" + person.account());

        assertSignedOut(visitor);
        assertThat(hub.signIn(Visitor.anywhere(), person).body()).contains(WRONG);
    }

    @Test
    void whoeverSignedInWithAnOldPasswordIsOut() throws IOException {
        Person person = hub.person(workspace);
        Visitor visitor = signedIn(person);

        hub.admin()
                .put(
                        "/admin/v1/accounts/" + person.account() + "/password",
                        "{\"password\":\"another horse, another battery\"}");

        assertSignedOut(visitor);
        assertThat(hub.signIn(Visitor.anywhere(), person).body()).contains(WRONG);
    }

    @Test
    void aPersonChangesTheirPasswordAndStaysSignedInHereAlone() throws IOException {
        Person person = hub.person(workspace);
        Visitor visitor = signedIn(person);
        Visitor elsewhere = signedIn(person);
        HttpResponse<String> page = visitor.open(hub.url("/oauth/password"));

        assertThat(change(visitor, page, "wrong", "a new horse, a new battery"))
                .contains("This is not your password.");
        assertThat(change(visitor, page, HubPeople.PASSWORD, "short"))
                .contains("12 to 128 characters");
        assertThat(change(visitor, page, HubPeople.PASSWORD, "a new horse, a new battery"))
                .contains("Your password was changed.");

        assertSignedIn(visitor, person);
        assertSignedOut(elsewhere);
        Visitor again = Visitor.anywhere();
        hub.signIn(again, person.email(), "a new horse, a new battery");
        assertSignedIn(again, person);
    }

    private static String change(
            Visitor visitor, HttpResponse<String> page, String current, String next)
            throws IOException {
        return visitor.arrive(
                        visitor.submit(page, "password", Map.of("current", current, "new", next)))
                .body();
    }

    /** A session of one hub is nothing at another, whoever the person is there. */
    @Test
    void aSessionOfAnotherHubOpensNothing(RunningServer server) throws IOException {
        Visitor visitor = signedIn(hub.person(workspace));
        String secret = visitor.cookie(COOKIE);
        HubPeople other = new HubPeople(server, "onboardinghub");
        Visitor there = Visitor.anywhere();
        there.plant("__Host-keyledger-onboardinghub", secret);

        HttpResponse<String> answer = there.open(other.url("/oauth/account"));

        assertThat(answer.statusCode()).isEqualTo(303);
    }

    /** HD-05: nobody is signed in, or out, by a form of another site. */
    @Test
    void aFormWithoutTheSessionsTokenDoesNothing() throws IOException {
        Person person = hub.person(workspace);
        Visitor visitor = signedIn(person);
        String foreign =
                Visitor.hidden(Visitor.anywhere().open(hub.url("/oauth/sign-in")).body())
                        .get("csrf");

        for (String action : List.of("sign-in", "sign-out", "password", "withdraw")) {
            for (String csrf : List.of("", "x", foreign)) {
                HttpResponse<String> answer =
                        visitor.post(
                                hub.url("/oauth/" + action),
                                Map.of(
                                        "csrf",
                                        csrf,
                                        "email",
                                        person.email(),
                                        "password",
                                        HubPeople.PASSWORD));
                assertThat(answer.statusCode()).as(action).isEqualTo(403);
            }
        }
        assertSignedIn(visitor, person);
    }

    /** HD-05: what changes something is no link. */
    @ParameterizedTest
    @ValueSource(strings = {"sign-out", "withdraw"})
    void whatChangesSomethingIsNoLink(String page) throws IOException {
        Person person = hub.person(workspace);
        Visitor visitor = signedIn(person);
        String csrf = Visitor.hidden(account(visitor).body()).get("csrf");

        HttpResponse<String> answer = visitor.open(hub.url("/oauth/" + page + "?csrf=" + csrf));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertSignedIn(visitor, person);
    }

    /** What a form sends counts, and not what somebody has written into its address. */
    @Test
    void nothingIsTakenFromTheAddressOfAForm() throws IOException {
        Person person = hub.person(workspace);
        Visitor visitor = Visitor.anywhere();
        String csrf = Visitor.hidden(visitor.open(hub.url("/oauth/sign-in")).body()).get("csrf");
        Map<String, String> fields =
                Map.of("csrf", csrf, "email", person.email(), "password", HubPeople.PASSWORD);

        HttpResponse<String> answer =
                visitor.post(hub.url("/oauth/sign-in?" + Visitor.encoded(fields)), Map.of());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertSignedOut(visitor);
    }

    /** An open redirector would lend this page's good name to anybody. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https:evil.example",
                "javascript:alert(1)",
                "account/../../../evil",
                "account@evil.example",
                "account?x=https://evil.example",
                "authorize",
                "authorize/../evil?x=1",
                "/nextoria/oauth/account",
                "account\r\nX-Evil: 1",
                "authorize?x=1\nX-Evil: 1",
                "authorize?x=1#evil",
                "sign-out",
                ""
            })
    void nobodyIsLedElsewhereBySigningIn(String evil) throws IOException {
        Person person = hub.person(workspace);
        Visitor visitor = Visitor.anywhere();
        String link = hub.url("/oauth/sign-in?" + Visitor.encoded(Map.of("continue", evil)));

        HttpResponse<String> page = visitor.open(link);
        HttpResponse<String> answer =
                visitor.submit(
                        page,
                        "sign-in",
                        Map.of(
                                "email",
                                person.email(),
                                "password",
                                HubPeople.PASSWORD,
                                "continue",
                                evil));

        assertThat(Visitor.target(answer)).isEqualTo(hub.url("/oauth/account"));
        assertThat(Visitor.target(visitor.open(link))).isEqualTo(hub.url("/oauth/account"));
        assertThat(answer.headers().firstValue("X-Evil")).isEmpty();
    }

    /** AZ-17. */
    @Test
    void nobodyLearnsWhoHasAnAccount() throws IOException {
        Person person = hub.person(workspace);
        Visitor visitor = Visitor.from("127.17.0.1");
        String nobody = "nobody-" + System.nanoTime() + "@example.com";

        HttpResponse<String> known = hub.signIn(visitor, person.email(), "wrong");
        HttpResponse<String> unknown = hub.signIn(visitor, nobody, "wrong");

        assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(422);
        assertThat(known.headers().map().keySet()).isEqualTo(unknown.headers().map().keySet());
        assertThat(known.body().replace(person.email(), "E"))
                .isEqualTo(unknown.body().replace(nobody, "E"))
                .contains(WRONG);
    }

    /** AZ-17: nor by how long the answer takes. */
    @Test
    void theTimeOfARefusalDoesNotTellWhoHasAnAccount() throws IOException {
        int pairs = 40;
        long[] known = new long[pairs];
        long[] unknown = new long[pairs];
        for (int i = 0; i < pairs; i++) {
            // Another place and person each time: none of them is slowed down.
            Visitor visitor = Visitor.from("127.17.1." + (i + 1));
            HttpResponse<String> page = visitor.open(hub.url("/oauth/sign-in"));
            Person person = hub.person();
            known[i] = nanos(visitor, page, person.email());
            unknown[i] = nanos(visitor, page, "nobody-" + i + person.email());
        }

        double ratio = (double) median(known) / median(unknown);

        assertThat(ratio).isBetween(0.8, 1.25);
    }

    private static long nanos(Visitor visitor, HttpResponse<String> page, String email)
            throws IOException {
        long start = System.nanoTime();
        HttpResponse<String> answer = hub.signIn(visitor, page, email, "wrong");
        long taken = System.nanoTime() - start;
        assertThat(answer.statusCode()).isEqualTo(422);
        return taken;
    }

    private static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** AZ-16: a thousand guesses from one place, and the owner still gets in from another. */
    @Test
    void guessingIsStoppedAndTheOwnerIsNotLockedOut() throws IOException {
        Person person = hub.person(workspace);
        Visitor guesser = Visitor.from("127.16.0.1");
        HttpResponse<String> page = guesser.open(hub.url("/oauth/sign-in"));
        int judged = 0;
        HttpResponse<String> last = page;
        for (int i = 0; i < 1_000; i++) {
            last = hub.signIn(guesser, page, person.email(), "guess " + i);
            judged += last.statusCode() == 422 ? 1 : 0;
        }

        assertThat(judged).isEqualTo(10);
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
        assertThat(hub.signIn(guesser, page, person.email(), HubPeople.PASSWORD).statusCode())
                .as("the right password is no way around it")
                .isEqualTo(429);
        assertThat(hub.signIn(Visitor.from("127.16.0.2"), person).statusCode()).isEqualTo(303);
    }

    /** AZ-16: the same from very many places. */
    @Test
    void guessingFromManyPlacesLeavesTheOwnerAWayIn() throws IOException {
        Person person = hub.person(workspace);
        int judged = 0;
        for (int place = 1; place <= 20; place++) {
            Visitor guesser = Visitor.from("127.16.1." + place);
            HttpResponse<String> page = guesser.open(hub.url("/oauth/sign-in"));
            for (int i = 0; i < 11; i++) {
                judged +=
                        hub.signIn(guesser, page, person.email(), "guess").statusCode() == 422
                                ? 1
                                : 0;
            }
        }

        assertThat(judged).as("fewer for each place once there are many").isBetween(100, 130);
        assertThat(hub.signIn(Visitor.from("127.16.2.1"), person).statusCode()).isEqualTo(303);
    }

    /** AZ-16: one place that tries one password on everybody. */
    @Test
    void onePlaceCannotTryEverybody() throws IOException {
        Visitor guesser = Visitor.from("127.16.3.1");
        HttpResponse<String> page = guesser.open(hub.url("/oauth/sign-in"));
        int judged = 0;
        for (int i = 0; i < 230; i++) {
            judged +=
                    hub.signIn(guesser, page, "person" + i + "@example.com", "guess").statusCode()
                                    == 422
                            ? 1
                            : 0;
        }

        assertThat(judged).isEqualTo(200);
    }

    private static Visitor signedIn(Person person) throws IOException {
        Visitor visitor = Visitor.anywhere();
        assertThat(hub.signIn(visitor, person).statusCode()).isEqualTo(303);
        return visitor;
    }

    private static Visitor holding(String secret) {
        Visitor visitor = Visitor.anywhere();
        visitor.plant(COOKIE, secret);
        return visitor;
    }

    private static HttpResponse<String> account(Visitor visitor) throws IOException {
        return visitor.open(hub.url("/oauth/account"));
    }

    private static void assertSignedIn(Visitor visitor, Person person) throws IOException {
        assertThat(account(visitor).body()).contains("Apps that act for you", person.email());
    }

    private static void assertSignedOut(Visitor visitor) throws IOException {
        HttpResponse<String> answer = account(visitor);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Visitor.target(answer)).isEqualTo(hub.url("/oauth/sign-in?continue=account"));
    }
}
