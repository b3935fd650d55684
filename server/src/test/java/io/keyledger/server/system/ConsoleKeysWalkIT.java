package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.Browser.Scheme;
import io.keyledger.server.system.HubPeople.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The steps of the four guides in a real browser, on a phone: from signing in to the call that the
 * page gives, with the key that was made, against the hubs' APIs as the demo has them.
 */
@ExtendWith(SharedDemo.class)
class ConsoleKeysWalkIT {

    @TempDir static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void prepare(RunningServer running) {
        server = running;
    }

    /** Settings → API keys → New API key, name, scopes, copy, done; later rotate and revoke. */
    @Test
    void hubnity() throws IOException {
        HubPeople hub = new HubPeople(server, "hubnity");
        String workspace = hub.workspace("Acme", "enterprise");
        try (Walk walk = new Walk("hubnity", workspace, hub, Scheme.LIGHT)) {
            walk.browser.press("New API key");
            walk.look("new");
            walk.browser.type("Name", "Reporting sync");
            walk.browser.tick("write:projects");
            walk.browser.tick("read:members");
            String secret = walk.create("Create API key");
            assertThat(secret).startsWith("hbn_");
            assertThat(walk.call()).contains("\"Ada Holm\"");
            walk.browser.press("I have stored it");
            walk.look("key");
            assertThat(walk.browser.text()).doesNotContain(secret);
            String next = walk.rotate();
            assertThat(walk.call()).contains("\"Ada Holm\"");
            walk.browser.press("I have stored it");
            walk.look("rotating");
            assertThat(walk.browser.shown(".countdown")).contains("23 h 59 min");
            assertThat(walk.status(hub, secret)).isEqualTo(200);
            walk.browser.press("End the old secret now");
            walk.look("ended");
            assertThat(walk.status(hub, secret)).isEqualTo(401);
            walk.browser.press("Back to the key");
            walk.revoke();
            assertThat(walk.status(hub, next)).isEqualTo(401);
        }
    }

    /** Settings → API → New API Key, a descriptive name, scopes, copy. */
    @Test
    void nextoria() throws IOException {
        HubPeople hub = new HubPeople(server, "nextoria");
        String workspace = hub.workspace("Acme", "growth");
        try (Walk walk = new Walk("nextoria", workspace, hub, Scheme.DARK)) {
            walk.browser.press("New API key");
            walk.browser.type("Name", "Zapier Integration");
            walk.browser.tick("projects:read");
            assertThat(walk.create("Create API key")).startsWith("nxh_");
            assertThat(walk.call()).contains("\"data\"");
            walk.browser.press("I have stored it");
            walk.look("key");
            walk.scopes();
            walk.rotate();
            walk.browser.press("I have stored it");
            walk.look("rotating");
            walk.revoke();
        }
    }

    /**
     * Campaign filter, API Tokens → New API Token, name, permission, filter; link icon and Show.
     */
    @Test
    void hubhus() throws IOException {
        HubPeople hub = new HubPeople(server, "hubhus");
        String workspace = hub.workspace("Acme", "standard");
        campaign(hub, workspace);
        try (Walk walk = new Walk("hubhus", workspace, hub, Scheme.DARK)) {
            walk.browser.press("New API token");
            walk.browser.type("Name", "Vendor XYZ – read only");
            walk.browser.tick("read");
            walk.browser.choose("Campaign filter", "Spring – Vendor XYZ");
            walk.look("new");
            String secret = walk.create("Create API token");
            assertThat(secret).startsWith("hhs_");
            assertThat(walk.call()).contains("Vendor XYZ").doesNotContain("Website");
            walk.browser.press("I have stored it");
            walk.look("key");
            walk.browser.open(walk.list());
            walk.look("list");
            walk.browser.press("Show");
            walk.look("shown");
            assertThat(walk.browser.shown(".secret code")).isEqualTo(secret);
            walk.browser.press("Done");
            String documentation = walk.browser.link("/hubhus/docs/");
            walk.browser.open(documentation);
            assertThat(walk.browser.text()).contains("Vendor XYZ");
        }
    }

    private static void campaign(HubPeople hub, String workspace) throws IOException {
        String campaign =
                Admin.json(
                                hub.admin()
                                        .post(
                                                "/admin/v1/workspaces/" + workspace + "/campaigns",
                                                """
                                                {"name":"Spring","externalId":"1","schema":{"fields":[
                                                   {"name":"name","label":"Name","type":"text","required":true},
                                                   {"name":"source","label":"Source","type":"select","select":"Sources"}],
                                                 "selects":[{"name":"Sources","options":["Vendor XYZ","Vendor ABC","Website"]}],
                                                 "statuses":["New"]}}
                                                """))
                        .get("id")
                        .stringValue();
        hub.admin()
                .put(
                        "/admin/v1/campaigns/" + campaign + "/filters/Vendor%20XYZ",
                        "{\"conditions\":[{\"field\":\"source\",\"operator\":\"equals\","
                                + "\"values\":[\"Vendor XYZ\"]}]}");
    }

    /** Integrations → Developer: a custom connection, scopes, copy; revoked from the same page. */
    @Test
    void onboardingHub() throws IOException {
        HubPeople hub = new HubPeople(server, "onboardinghub");
        String workspace = hub.workspace("Acme", "growth");
        try (Walk walk = new Walk("onboardinghub", workspace, hub, Scheme.LIGHT)) {
            walk.browser.press("New custom connection");
            walk.browser.type("Name", "CRM");
            walk.browser.tick("contacts:read");
            String secret = walk.create("Create custom connection");
            assertThat(secret).startsWith("obh_");
            assertThat(walk.call()).contains("\"organisation_id\"");
            walk.browser.press("I have stored it");
            walk.scopes();
            walk.revoke();
        }
    }

    /** One admin of one workspace on a phone, who looks at each page. */
    private static final class Walk implements AutoCloseable {

        private final Browser browser;
        private final Console console;
        private final String hub;
        private final String workspace;
        private final Scheme scheme;

        Walk(String hub, String workspace, HubPeople people, Scheme scheme) throws IOException {
            this.console = new Console(server, hub);
            this.hub = hub;
            this.workspace = workspace;
            this.scheme = scheme;
            Person admin = people.staff("admin", workspace);
            this.browser = Browser.phone(folder, scheme);
            console.enter(browser, admin, list());
            look("list-empty");
        }

        String list() {
            return console.url(workspace, "/keys");
        }

        void look(String name) throws IOException {
            Console.lookAtPhone(browser);
            String shots = System.getenv("CONSOLE_SHOTS");
            if (shots != null) {
                browser.screenshot(Path.of(shots, hub + "-" + scheme + "-" + name + ".png"));
            }
        }

        /** The secret that is shown once. */
        String create(String button) throws IOException {
            browser.press(button);
            look("issued");
            return browser.shown("#secret");
        }

        /** What the API answers to the command on the page, but for the host. */
        String call() throws IOException {
            String command =
                    browser.shown("#call")
                            .replaceAll("https://[a-z.-]+", server.controlPlane() + "/" + hub);
            Path said = Files.createTempFile(folder, "said", ".txt");
            Process shell =
                    new ProcessBuilder("bash", "-c", command.replace("curl ", "curl -sS "))
                            .redirectErrorStream(true)
                            .redirectOutput(said.toFile())
                            .start();
            try {
                assertThat(shell.waitFor(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
            return Files.readString(said);
        }

        int status(HubPeople people, String secret) throws IOException {
            return new HubSurface(server, people.admin(), hub, "/" + hub)
                    .asked("GET", "/v1/members", secret)
                    .statusCode();
        }

        String rotate() throws IOException {
            browser.press("Rotate");
            look("rotate");
            browser.press("Rotate");
            look("rotated");
            return browser.shown("#secret");
        }

        /** As a box is ticked, the page tells what that would change. */
        void scopes() throws IOException {
            browser.press("Change scopes");
            look("scopes");
            assertThat(browser.shown("#dry-run")).contains("Nothing");
            browser.tick(hub.equals("nextoria") ? "tasks:read" : "guides:read");
            browser.waitFor("#dry-run", "Gains");
            look("scopes-dry-run");
            browser.press("Change scopes");
            look("scopes-changed");
            browser.press("Back to the key");
        }

        void revoke() throws IOException {
            browser.press("Revoke");
            browser.type("Reason", "no longer needed");
            look("revoke");
            browser.press("Revoke");
            look("revoked");
            assertThat(browser.text()).contains("Receipt", "Ledger position");
            browser.press("Back to the key");
            look("key-revoked");
            assertThat(browser.text()).contains("Revoked on", "no longer needed");
        }

        @Override
        public void close() {
            browser.close();
        }
    }
}
