package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyledger.server.system.Browser.Scheme;
import io.keyledger.server.system.HubPeople.Person;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Operators rebuild read models in the console; auditors see that, and others nothing of it. */
@ExtendWith(SharedServer.class)
class ConsoleRebuildIT {

    private static final String FORM = "/projections/audittrail/rebuild";
    private static final int TRIES = 20;

    @TempDir private static Path folder;

    private static Console console;
    private static Person operator;
    private static Person auditor;
    private static Visitor visitor;

    @BeforeAll
    static void prepare(RunningServer server) throws IOException {
        console = new Console(server, "keyledger");
        HubPeople people = new HubPeople(server, "keyledger");
        operator = people.staff("admin", people.admin().operators());
        auditor = people.staff("auditor", people.admin().operators());
        visitor = console.visitor(operator);
    }

    private static String page() throws IOException {
        return visitor.open(console.url("/projections")).body();
    }

    private static void awaitEnd() {
        await().atMost(Duration.ofSeconds(30)).until(() -> !page().contains("<progress"));
    }

    @Test
    void anOperatorRebuildsAReadModelAndSeesItsProgressAndItsResult() throws IOException {
        awaitEnd();
        HttpResponse<String> sent =
                visitor.submit(visitor.open(console.url(FORM)), Map.of("reason", "just in case"));

        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(Visitor.target(sent)).isEqualTo(console.url("/projections"));
        awaitEnd();
        assertThat(page())
                .contains(
                        "The new tables held the same as the old ones",
                        "just in case",
                        "Ada Lovelace",
                        "Rebuild audittrail");
    }

    /** They are over soon here: it is tried until one is met. */
    @Test
    void whatRunsHasABarAndCanBeCancelled() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            awaitEnd();
            HttpResponse<String> now =
                    visitor.follow(visitor.submit(visitor.open(console.url(FORM)), Map.of()));
            if (now.body().contains("<progress")) {
                assertThat(now.body()).contains("The old tables serve until it is done.");
                HttpResponse<String> cancelled =
                        visitor.submit(now, "/console/keyledger" + FORM + "/cancel", Map.of());
                if (cancelled.statusCode() == 303) {
                    assertThat(visitor.follow(cancelled).body())
                            .contains("Cancelled", "The old tables serve on.");
                    return;
                }
            }
        }
        throw new AssertionError("no rebuild was met while it ran");
    }

    @Test
    void aReasonThatCannotBeKeptIsSaidBesideTheField() throws IOException {
        HttpResponse<String> again =
                visitor.submit(visitor.open(console.url(FORM)), Map.of("reason", "x".repeat(501)));

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("id=\"problem-reason\"", "x".repeat(501));
    }

    @Test
    void anAuditorSeesThePageAndCanDoNothing() throws IOException {
        Visitor other = console.visitor(auditor);
        HttpResponse<String> seen = other.open(console.url("/projections"));

        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.body()).doesNotContain("Rebuild audittrail");
        assertThat(other.open(console.url(FORM)).statusCode()).isEqualTo(403);
        for (String path : new String[] {FORM, FORM + "/cancel"}) {
            assertThat(other.post(console.url(path), Visitor.hidden(seen.body())).statusCode())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "auditor"})
    void peopleOfOtherHubsFindNothing(String role, RunningServer server) throws IOException {
        HubPeople hub = new HubPeople(server, "hubnity");
        Console other = new Console(server, "hubnity");
        Visitor foreign = other.visitor(hub.staff(role, hub.workspace("Acme", "enterprise")));

        assertThat(foreign.open(other.url(FORM)).statusCode()).isEqualTo(404);
        HttpResponse<String> home = foreign.open(other.url(""));
        Map<String, String> hidden = Visitor.hidden(foreign.arrive(home).body());
        assertThat(foreign.post(other.url(FORM), hidden).statusCode()).isEqualTo(404);
    }

    @Test
    void aReadModelThatThereIsNotIsAbsent() throws IOException {
        assertThat(visitor.open(console.url("/projections/nothing/rebuild")).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void everybodyCanUseThePages(Scheme scheme) throws IOException {
        awaitEnd();
        try (Browser browser = Browser.phone(folder, scheme)) {
            console.enter(browser, operator, console.url(FORM));
            Console.lookAtPhone(browser);
            shoot(browser, "rebuild-" + scheme);
            browser.type("Reason", "in a browser");
            browser.press("Rebuild");
            browser.waitFor("#rows", "Rebuilt");
            Console.lookAtPhone(browser);
            shoot(browser, "projections-" + scheme);
        }
    }

    private static void shoot(Browser browser, String name) throws IOException {
        String shots = System.getenv("KEYLEDGER_SHOTS");
        if (shots != null) {
            browser.screenshot(Path.of(shots, name + ".png"));
        }
    }
}
