package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.HubPeople.Person;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;

/** The console of one hub, as its people use it. */
final class Console {

    private final String base;

    Console(RunningServer server, String hub) {
        this.base = server.controlPlane() + "/console/" + hub;
    }

    /** The whole URL of a page. */
    String url(String path) {
        return base + path;
    }

    /** The whole URL of a page of a workspace. */
    String url(String workspace, String path) {
        return base + "/workspaces/" + workspace + path;
    }

    /** A browser in which somebody is signed in, as far as HTTP shows it. */
    Visitor visitor(Person person) throws IOException {
        Visitor visitor = Visitor.anywhere();
        HttpResponse<String> answer =
                visitor.submit(
                        visitor.open(url("/sign-in")),
                        Map.of("email", person.email(), "password", HubPeople.PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(303);
        return visitor;
    }

    /** Signs somebody in, in a real browser, and goes to a page. */
    void enter(Browser browser, Person person, String url) {
        browser.open(url);
        browser.type("E-mail address", person.email());
        browser.type("Password", HubPeople.PASSWORD);
        browser.press("Sign in");
    }

    /** Everybody can read the page, with whatever they read by, and it works as it says. */
    static void look(Browser browser) {
        assertThat(browser.violations()).isEmpty();
        assertThat(browser.textsBelowContrast()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.count("h1")).isEqualTo(1);
        assertThat(browser.count("main")).isEqualTo(1);
    }

    /** The same, on a phone. */
    static void lookAtPhone(Browser browser) {
        look(browser);
        assertThat(browser.widthOfContent()).isLessThanOrEqualTo(Browser.PHONE_WIDTH);
    }
}
