package io.keyledger.server.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpServer;
import io.keyledger.server.system.Browser.Scheme;
import io.keyledger.server.system.HubPeople.App;
import io.keyledger.server.system.HubPeople.Person;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;

/** A person with a phone and a real browser: in, through, back to the app, and out of it again. */
@ExtendWith(SharedServer.class)
class PeopleWalkIT {

    @TempDir static Path folder;

    private static HttpServer listener;
    private static HubPeople hub;
    private static Person person;
    private static App app;

    @BeforeAll
    static void prepare(RunningServer server) throws IOException {
        listener = listener();
        hub = new HubPeople(server, "onboardinghub");
        String first = hub.workspace("Acme", "growth");
        String second = hub.workspace("Åsa & Sons, a workspace with quite a long name", "growth");
        person = hub.person(first, second);
        app =
                hub.app(
                        first,
                        "public",
                        List.of("http://127.0.0.1/cb"),
                        List.of("contacts:read", "guides:read"));
    }

    @AfterAll
    static void stop() {
        listener.stop(0);
    }

    /** What an app on somebody's device does: it waits on a port of its own. */
    private static HttpServer listener() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    byte[] page = "<title>The app</title>".getBytes(US_ASCII);
                    exchange.getResponseHeaders().set("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, page.length);
                    exchange.getResponseBody().write(page);
                    exchange.close();
                });
        server.start();
        return server;
    }

    @ParameterizedTest
    @EnumSource
    void aPersonSignsInChoosesAllowsAndWithdraws(Scheme scheme) throws IOException {
        try (Browser browser = Browser.phone(folder, scheme)) {
            browser.open(request());
            look(browser);
            browser.type("E-mail address", person.email());
            browser.type("Password", "wrong");
            browser.press("Sign in");
            assertThat(browser.text()).contains("The address or the password is not right.");
            look(browser);
            browser.type("Password", HubPeople.PASSWORD);
            browser.press("Sign in");

            assertThat(browser.title()).startsWith("Choose a workspace");
            look(browser);
            browser.press("Åsa & Sons");
            assertThat(browser.title()).startsWith("Allow Zapier?");
            assertThat(browser.text())
                    .contains("List and view contacts", "Åsa & Sons", "365 days")
                    .contains("an app on this device");
            look(browser);
            browser.press("Allow");

            assertThat(browser.title()).isEqualTo("The app");
            assertThat(answer(browser)).containsKeys("code").containsEntry("state", List.of("s&1"));
            assertThat(answer(browser)).containsEntry("iss", List.of(hub.url("")));

            browser.open(hub.url("/oauth/account"));
            look(browser);
            browser.press("Withdraw");
            assertThat(browser.text()).contains("Zapier can no longer act for you", "Receipt");
            look(browser);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aPersonCancelsAndTheAppHearsOfIt() {
        try (Browser browser = Browser.phone(folder, Scheme.LIGHT)) {
            browser.open(request());
            browser.type("E-mail address", person.email());
            browser.type("Password", HubPeople.PASSWORD);
            browser.press("Sign in");
            browser.press("Acme");
            browser.press("Cancel");

            assertThat(answer(browser))
                    .containsEntry("error", List.of("access_denied"))
                    .containsEntry("state", List.of("s&1"))
                    .doesNotContainKey("code");
        }
    }

    /** WCAG 2.2, 2.1.1 and 2.4.3: no pointer is needed, and the focus goes where the eyes go. */
    @Test
    void aKeyboardIsEnough() {
        try (Browser browser = Browser.phone(folder, Scheme.DARK)) {
            browser.open(request());
            assertThat(browser.focused()).isEqualTo("E-mail address");
            browser.keys(person.email(), Keys.TAB);
            assertThat(browser.focused()).isEqualTo("Password");
            browser.keys(HubPeople.PASSWORD, Keys.ENTER);
            tabTo(browser, "Acme");
            browser.keys(Keys.ENTER);
            tabTo(browser, "Allow");
            browser.keys(Keys.ENTER);

            assertThat(answer(browser)).containsKey("code");
        }
    }

    private static void tabTo(Browser browser, String name) {
        for (int i = 0; i < 20 && !browser.focused().startsWith(name); i++) {
            browser.keys(Keys.TAB);
        }
        assertThat(browser.focused()).startsWith(name);
    }

    /** Everybody can read it, on a phone, with whatever they read by. */
    private static void look(Browser browser) {
        assertThat(browser.widthOfContent()).isLessThanOrEqualTo(Browser.PHONE_WIDTH);
        assertThat(browser.stickingOut()).isEmpty();
        assertThat(browser.textsBelowContrast()).isEmpty();
        assertThat(browser.unnamed()).isEmpty();
        assertThat(browser.count("h1")).isPositive();
        assertThat(browser.count("main")).isEqualTo(1);
    }

    private static Map<String, List<String>> answer(Browser browser) {
        URI url = URI.create(browser.url());
        assertThat(url.getPort()).isEqualTo(listener.getAddress().getPort());
        return URLUtils.parseParameters(url.getRawQuery());
    }

    private static String request() {
        return hub.url("/oauth/authorize?")
                + Visitor.encoded(
                        Map.of(
                                "client_id", app.id(),
                                "redirect_uri",
                                        "http://127.0.0.1:%d/cb"
                                                .formatted(listener.getAddress().getPort()),
                                "response_type", "code",
                                "scope", "contacts_read guides_read",
                                "state", "s&1",
                                "code_challenge", HubPeople.CHALLENGE,
                                "code_challenge_method", "S256"));
    }
}
