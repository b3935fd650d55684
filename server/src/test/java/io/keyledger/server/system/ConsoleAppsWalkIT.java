package io.keyledger.server.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpServer;
import io.keyledger.server.system.Browser.Scheme;
import io.keyledger.server.system.HubPeople.App;
import io.keyledger.server.system.HubPeople.Person;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The whole way of an app, in a real browser on a phone: an admin registers it, a member allows it,
 * and the admin withdraws what it was granted.
 */
@ExtendWith(SharedServer.class)
class ConsoleAppsWalkIT {

    @TempDir static Path folder;

    private static RunningServer server;
    private static HttpServer listener;
    private static String callback;

    @BeforeAll
    static void prepare(RunningServer running) throws IOException {
        server = running;
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext(
                "/",
                exchange -> {
                    byte[] page = "<title>The app</title>".getBytes(US_ASCII);
                    exchange.getResponseHeaders().set("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, page.length);
                    exchange.getResponseBody().write(page);
                    exchange.close();
                });
        listener.start();
        callback = "http://127.0.0.1:%d/callback".formatted(listener.getAddress().getPort());
        Files.write(folder.resolve("logo.png"), Pictures.logo());
    }

    @AfterAll
    static void stop() {
        listener.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"NEXTORIA, LIGHT", "ONBOARDINGHUB, DARK"})
    void anAppIsRegisteredAllowedSeenAndWithdrawn(OAuthGuide guide, Scheme scheme)
            throws IOException {
        HubPeople hub = new HubPeople(server, guide.hub());
        Console console = new Console(server, guide.hub());
        String workspace = hub.workspace("Acme", guide.plan());
        Person admin = hub.staff("admin", workspace);
        Person member = hub.staff("member", workspace);
        try (Browser browser = Browser.phone(folder, scheme)) {
            console.enter(browser, admin, console.url(workspace, "/oauth-apps"));
            App app = register(browser, guide);
            browser.press("Sign out");

            String code = allow(browser, hub, guide, member, app);
            String access = exchange(hub, guide, app, code);
            assertThat(hub.admin().verify(guide.hub(), access)).isEqualTo("VALID");

            browser.open(console.url("/account"));
            assertThat(browser.text()).contains("Zapier", member.email());
            Console.lookAtPhone(browser);
            browser.press("Sign out");

            console.enter(browser, admin, console.url(workspace, "/grants"));
            assertThat(browser.text()).contains("Zapier", "Ada Lovelace", "active");
            Console.lookAtPhone(browser);
            browser.press("Zapier");
            assertThat(browser.text()).contains("What was granted", "History");
            Console.lookAtPhone(browser);
            browser.type("Reason", "no longer used");
            browser.press("Withdraw the grant");
            assertThat(browser.text()).contains("is withdrawn", "Receipt");
            Console.lookAtPhone(browser);
            assertThat(hub.admin().verify(guide.hub(), access)).isEqualTo("REVOKED");
        }
    }

    private static App register(Browser browser, OAuthGuide guide) {
        assertThat(browser.text()).contains("This workspace has no OAuth app yet.");
        Console.lookAtPhone(browser);
        browser.press("Register app");
        Console.lookAtPhone(browser);
        browser.type("App Name", "Zapier");
        browser.type("Redirect URIs", "https://*.example.com/");
        browser.choose("Logo", folder.resolve("logo.png"));
        browser.tick(guide.scope());
        browser.press("Register app");
        assertThat(browser.text()).contains("A redirect URI is https");
        Console.lookAtPhone(browser);
        browser.type("Redirect URIs", callback);
        browser.press("Register app");
        assertThat(browser.text()).contains("The secret is shown only once.");
        Console.lookAtPhone(browser);
        App app = new App(browser.shown("#client-id"), browser.shown("#client-secret"));
        browser.press("I have stored it");
        assertThat(browser.text()).contains(app.id(), callback).doesNotContain(app.secret());
        assertThat(browser.count(".asker img")).isEqualTo(1);
        Console.lookAtPhone(browser);
        return app;
    }

    /** The guide's steps; OnboardingHub's people choose a workspace in any case. */
    private static String allow(
            Browser browser, HubPeople hub, OAuthGuide guide, Person member, App app) {
        browser.open(request(hub, guide, app));
        browser.type("E-mail address", member.email());
        browser.type("Password", HubPeople.PASSWORD);
        browser.press("Sign in");
        if (guide == OAuthGuide.ONBOARDINGHUB) {
            Console.lookAtPhone(browser);
            browser.press("Acme");
        }
        assertThat(browser.title()).startsWith("Allow Zapier?");
        assertThat(browser.count(".asker img")).isEqualTo(1);
        Console.lookAtPhone(browser);
        browser.press("Allow");
        await().until(() -> browser.url().startsWith(callback));
        return only(
                URLUtils.parseParameters(URI.create(browser.url()).getRawQuery())
                        .getOrDefault("code", List.of()));
    }

    private static String request(HubPeople hub, OAuthGuide guide, App app) {
        return hub.url(guide.authorizePath() + "?")
                + Visitor.encoded(
                        Map.of(
                                "client_id",
                                app.id(),
                                "redirect_uri",
                                callback,
                                "response_type",
                                "code",
                                "scope",
                                guide.askedScope(),
                                "state",
                                "s",
                                "code_challenge",
                                HubPeople.CHALLENGE,
                                "code_challenge_method",
                                "S256"));
    }

    private static String exchange(HubPeople hub, OAuthGuide guide, App app, String code)
            throws IOException {
        HttpResponse<String> answer =
                Visitor.anywhere()
                        .post(
                                hub.url(guide.tokenPath()),
                                Map.of(
                                        "grant_type",
                                        "authorization_code",
                                        "code",
                                        code,
                                        "redirect_uri",
                                        callback,
                                        "client_id",
                                        app.id(),
                                        "client_secret",
                                        app.secret(),
                                        "code_verifier",
                                        HubPeople.VERIFIER));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Admin.json(answer).get("access_token").stringValue();
    }

    private static String only(List<String> values) {
        assertThat(values).hasSize(1);
        return values.getFirst();
    }

    @ParameterizedTest
    @EnumSource
    void everybodyCanReadThePagesOfPeopleAppsAndAccounts(Scheme scheme) throws IOException {
        HubPeople hub = new HubPeople(server, "nextoria");
        Console console = new Console(server, "nextoria");
        Console operators = new Console(server, "keyledger");
        String workspace = hub.workspace("Acme", "growth");
        Person admin = hub.staff("admin", workspace);
        App app = hub.app(workspace, "confidential", List.of(callback), List.of("projects:read"));
        try (Browser browser = Browser.phone(folder, scheme)) {
            for (String page : List.of("/sign-in", "/first-admin")) {
                browser.open(operators.url(page));
                Console.lookAtPhone(browser);
            }
            console.enter(browser, admin, console.url(workspace, "/people"));
            for (String page :
                    List.of(
                            "/people",
                            "/people/new",
                            "/people/" + admin.account(),
                            "/grants",
                            "/oauth-apps",
                            "/oauth-apps/" + app.id() + "/edit",
                            "/oauth-apps/" + app.id() + "/rotate-secret",
                            "/oauth-apps/" + app.id() + "/delete")) {
                browser.open(console.url(workspace, page));
                Console.lookAtPhone(browser);
            }
            browser.open(console.url("/account/password"));
            Console.lookAtPhone(browser);
        }
    }
}
