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

/** How those who run Keyledger, and those who audit all of it, see what is proven. */
@ExtendWith(SharedServer.class)
class ConsoleProofIT {

    private static final String PAGE = "/audit/proof";

    @TempDir static Path folder;

    private static Console operators;
    private static Console console;
    private static Person operator;
    private static Person auditor;
    private static Person admin;

    @BeforeAll
    static void prepare(RunningServer server) throws IOException {
        operators = new Console(server, "keyledger");
        console = new Console(server, "hubnity");
        HubPeople keyledger = new HubPeople(server, "keyledger");
        operator = keyledger.staff("admin", keyledger.admin().operators());
        auditor = keyledger.staff("auditor", keyledger.admin().operators());
        HubPeople hub = new HubPeople(server, "hubnity");
        admin = hub.staff("admin", hub.workspace("Acme", "enterprise"));
    }

    @Test
    void anAuditorSeesTheCheckpointAndHasTheLedgerVerified() throws IOException {
        Visitor visitor = operators.visitor(auditor);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> visitor.open(operators.url(PAGE)).body(), it -> it.contains("Root"));

        HttpResponse<String> sent = visitor.submit(visitor.open(operators.url(PAGE)), Map.of());
        String page =
                await().until(
                                () -> visitor.open(operators.url(PAGE)).body(),
                                it -> !it.contains("Verifying:"));

        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(page).contains("entries up to position", "what they were", "Asked by");
    }

    @Test
    void whoeverRunsNothingIsToldThatItIsNotThere() throws IOException {
        Visitor visitor = console.visitor(admin);

        assertThat(visitor.open(console.url(PAGE)).statusCode()).isEqualTo(404);
        assertThat(visitor.open(console.url("")).body()).doesNotContain(PAGE);
    }

    @Test
    void everybodyCanReadThePage() throws IOException {
        try (Browser browser = Browser.phone(folder, Scheme.DARK)) {
            operators.enter(browser, operator, operators.url(PAGE));
            String shots = System.getenv("KEYLEDGER_SHOTS");
            if (shots != null) {
                browser.screenshot(Path.of(shots, "proof.png"));
            }
            Console.lookAtPhone(browser);
        }
    }
}
