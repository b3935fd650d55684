package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.HubPeople.App;
import io.keyledger.server.system.HubPeople.Person;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing in with the hub's own OpenID Connect provider: a real one. */
class ProviderSignInIT {

    @TempDir static Path folder;

    private static OpenIdProvider provider;
    private static RunningServer server;
    private static HubPeople hub;
    private static String workspace;
    private static Person ada;

    @BeforeAll
    static void start() throws IOException {
        provider = OpenIdProvider.start();
        server =
                RunningServer.start(
                        folder,
                        "--keyledger.sign-in.nextoria.issuer=" + provider.issuer(),
                        "--keyledger.sign-in.nextoria.client-id=" + OpenIdProvider.CLIENT,
                        "--keyledger.sign-in.nextoria.client-secret=" + OpenIdProvider.SECRET,
                        "--keyledger.sign-in.nextoria.called=Acme Login",
                        "--keyledger.sign-in.hubhus.issuer=" + provider.issuer(),
                        "--keyledger.sign-in.hubhus.client-id=" + OpenIdProvider.CLIENT,
                        "--keyledger.sign-in.hubhus.client-secret=" + OpenIdProvider.SECRET);
        hub = new HubPeople(server, "nextoria");
        provider.register(
                hub.url("/oauth/sign-in-return"),
                new Console(server, "nextoria").url("/sign-in-return"),
                new Console(server, "hubhus").url("/sign-in-return"));
        workspace = hub.workspace("Acme", "growth");
        ada = hub.person(Map.of("issuer", provider.issuer(), "subject", "ada"), workspace);
    }

    @AfterAll
    static void stop() {
        server.close();
        provider.close();
    }

    @Test
    void thePageOffersTheProviderByItsName() throws IOException {
        HttpResponse<String> page = Visitor.anywhere().open(hub.url("/oauth/sign-in"));

        assertThat(page.body()).contains("Sign in with", "Acme Login", "sign-in-elsewhere?");
    }

    @Test
    void aLinkedPersonSignsInAndGoesOnToTheAppsRequest() throws IOException {
        App app =
                hub.app(
                        workspace,
                        "confidential",
                        List.of("https://app.example.com/cb"),
                        List.of("projects:read"));
        String request =
                "authorize?"
                        + Visitor.encoded(
                                Map.of(
                                        "client_id", app.id(),
                                        "response_type", "code",
                                        "scope", "projects:read",
                                        "state", "s"));
        Visitor visitor = Visitor.anywhere();
        String planted = held(visitor);

        HttpResponse<String> page = visitor.arrive(atProvider(visitor, "ada", request));

        assertThat(page.body()).contains("Zapier", "asks to act for you", ada.email());
        assertThat(visitor.cookie("__Host-keyledger-nextoria")).isNotEqualTo(planted);
        assertThat(visitor.holds("__Host-keyledger-elsewhere-nextoria")).isFalse();
    }

    /** Whoever is signed in there and not linked here is told so, and is nobody here. */
    @Test
    void somebodyWhoIsNotLinkedIsNobody() throws IOException {
        Visitor visitor = Visitor.anywhere();

        HttpResponse<String> page = atProvider(visitor, "eve@example.com", "account");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body())
                .contains("No account here is linked to this sign-in")
                .contains(provider.issuer(), "eve@example.com");
        assertSignedOut(visitor);
    }

    /** An address proves nothing: anybody may claim it at some provider. */
    @Test
    void anEqualAddressIsNoLink() throws IOException {
        hub.admin()
                .post(
                        "/admin/v1/hubs/nextoria/accounts",
                        "{\"email\":\"eve@example.com\",\"name\":\"Eve\"}");
        Visitor visitor = Visitor.anywhere();

        HttpResponse<String> page = atProvider(visitor, "eve@example.com", "account");

        assertThat(page.statusCode()).isEqualTo(403);
        assertSignedOut(visitor);
    }

    /** Login CSRF: somebody else's answer fits nothing that this browser keeps. */
    @Test
    void anAnswerThatThisBrowserDidNotAskForSignsNobodyIn() throws IOException {
        Visitor attacker = Visitor.anywhere();
        String answer = answerOfProvider(attacker, "ada", "account");
        Visitor victim = Visitor.anywhere();
        victim.open(hub.url("/oauth/sign-in-elsewhere?continue=account"));

        for (Visitor visitor : List.of(Visitor.anywhere(), victim)) {
            HttpResponse<String> page = visitor.open(answer);
            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(page.body()).contains("was not started here");
            assertSignedOut(visitor);
        }
    }

    @Test
    void anAnswerCountsOnce() throws IOException {
        Visitor visitor = Visitor.anywhere();
        String answer = answerOfProvider(visitor, "ada", "account");

        assertThat(visitor.open(answer).statusCode()).isEqualTo(303);
        assertThat(visitor.open(answer).statusCode()).isEqualTo(400);
    }

    /** Mix-up: the answer names who it is from (RFC 9207). */
    @Test
    void anAnswerOfAnotherProviderSignsNobodyIn() throws IOException {
        Visitor visitor = Visitor.anywhere();
        String answer = answerOfProvider(visitor, "ada", "account");

        HttpResponse<String> page = visitor.open(answer + "&iss=https://evil.example");

        assertThat(page.statusCode()).isEqualTo(403);
        assertSignedOut(visitor);
    }

    @Test
    void aMadeUpCodeSignsNobodyIn() throws IOException {
        Visitor visitor = Visitor.anywhere();
        String answer = answerOfProvider(visitor, "ada", "account");

        HttpResponse<String> page = visitor.open(answer.replaceFirst("code=[^&]+", "code=x"));

        assertThat(page.statusCode()).isEqualTo(403);
        assertSignedOut(visitor);
    }

    @Test
    void whoCancelsAtTheProviderIsTold() throws IOException {
        Visitor visitor = Visitor.anywhere();
        String answer = answerOfProvider(visitor, "ada", "account");

        HttpResponse<String> page =
                visitor.open(answer.replaceFirst("code=[^&]+", "error=access_denied"));

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("did not sign you in");
    }

    @Test
    void whoeverSignedInByALinkThatIsGoneIsOut() throws IOException {
        Person person =
                hub.person(Map.of("issuer", "https://other.example", "subject", "x"), workspace);
        Visitor visitor = Visitor.anywhere();
        hub.signIn(visitor, person);
        assertThat(visitor.open(hub.url("/oauth/account")).statusCode()).isEqualTo(200);

        hub.admin().patch("/admin/v1/accounts/" + person.account(), "{\"identity\":null}");

        assertSignedOut(visitor);
    }

    @Test
    void aHubWithoutAProviderOffersNone() throws IOException {
        HubPeople other = new HubPeople(server, "onboardinghub");
        Visitor visitor = Visitor.anywhere();

        assertThat(visitor.open(other.url("/oauth/sign-in")).body()).doesNotContain("elsewhere");
        assertThat(visitor.open(other.url("/oauth/sign-in-elsewhere")).statusCode()).isEqualTo(404);
    }

    /** The console takes people by their provider too, whether the hub has OAuth or not. */
    @ParameterizedTest
    @CsvSource({"nextoria, growth", "hubhus, standard"})
    void aLinkedPersonSignsInToTheConsole(String name, String plan) throws IOException {
        HubPeople people = new HubPeople(server, name);
        Console console = new Console(server, name);
        String own = people.workspace("Theirs", plan);
        Person linked =
                name.equals("nextoria")
                        ? ada
                        : people.person(Map.of("issuer", provider.issuer(), "subject", "ada"));
        people.join(linked, own, "admin");
        String wanted = console.url(own, "/people");
        Visitor visitor = Visitor.anywhere();

        HttpResponse<String> form = visitor.arrive(visitor.open(wanted));
        HttpResponse<String> start =
                visitor.open(
                        console.url("/sign-in-elsewhere?")
                                + Visitor.encoded(
                                        Map.of("continue", URI.create(wanted).getPath())));
        HttpResponse<String> back = visitor.open(answerAfter(visitor, start, "ada"));

        assertThat(form.body()).contains("Sign in with", "/sign-in-elsewhere?continue=");
        assertThat(Visitor.target(back)).isEqualTo(wanted);
        assertThat(visitor.follow(back).body()).contains(linked.email());
    }

    @Test
    void somebodyWhoIsNotLinkedIsNobodyInTheConsole() throws IOException {
        Console console = new Console(server, "hubhus");
        Visitor visitor = Visitor.anywhere();
        HttpResponse<String> start = visitor.open(console.url("/sign-in-elsewhere"));

        HttpResponse<String> page = visitor.open(answerAfter(visitor, start, "eve@example.com"));

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("No account here is linked to this sign-in");
        assertThat(visitor.open(console.url("")).statusCode()).isEqualTo(303);
    }

    /** Login CSRF. */
    @Test
    void anAnswerThatThisBrowserDidNotAskForOpensNoConsole() throws IOException {
        Console console = new Console(server, "nextoria");
        Visitor attacker = Visitor.anywhere();
        String answer =
                answerAfter(attacker, attacker.open(console.url("/sign-in-elsewhere")), "ada");

        assertThat(Visitor.anywhere().open(answer).statusCode()).isEqualTo(400);
    }

    @Test
    void theConsoleOfAHubWithoutAProviderOffersNone() throws IOException {
        Console console = new Console(server, "hubnity");
        Visitor visitor = Visitor.anywhere();

        assertThat(visitor.open(console.url("/sign-in")).body())
                .doesNotContain("sign-in-elsewhere");
        assertThat(visitor.open(console.url("/sign-in-elsewhere")).statusCode()).isEqualTo(404);
    }

    private static String held(Visitor visitor) throws IOException {
        visitor.open(hub.url("/oauth/sign-in"));
        return visitor.cookie("__Host-keyledger-nextoria");
    }

    /** The page that a person comes back to. */
    private static HttpResponse<String> atProvider(
            Visitor visitor, String name, String continuation) throws IOException {
        return visitor.open(answerOfProvider(visitor, name, continuation));
    }

    /** Signs in at the provider; returns where it sends the browser. */
    private static String answerOfProvider(Visitor visitor, String name, String continuation)
            throws IOException {
        HttpResponse<String> start =
                visitor.open(
                        hub.url(
                                "/oauth/sign-in-elsewhere?"
                                        + Visitor.encoded(Map.of("continue", continuation))));
        return answerAfter(visitor, start, name);
    }

    private static String answerAfter(Visitor visitor, HttpResponse<String> start, String name)
            throws IOException {
        HttpResponse<String> login = redirected(visitor, visitor.follow(start));
        HttpResponse<String> in =
                visitor.post(
                        provider.issuer() + "/login",
                        Map.of(
                                "username",
                                name,
                                "password",
                                OpenIdProvider.PASSWORD,
                                "_csrf",
                                csrf(login.body())));
        HttpResponse<String> answer = visitor.follow(in);
        return Visitor.target(answer);
    }

    private static HttpResponse<String> redirected(Visitor visitor, HttpResponse<String> answer)
            throws IOException {
        return answer.statusCode() == 302 ? visitor.follow(answer) : answer;
    }

    private static String csrf(String login) {
        return login.replaceFirst("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
    }

    private static void assertSignedOut(Visitor visitor) throws IOException {
        assertThat(visitor.open(hub.url("/oauth/account")).statusCode()).isEqualTo(303);
    }
}
