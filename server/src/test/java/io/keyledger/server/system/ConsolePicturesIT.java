package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.Admin.IssuedKey;
import io.keyledger.server.system.Browser.Scheme;
import io.keyledger.server.system.HubPeople.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The main pages on a desk, light and dark: everybody can read them. With {@code
 * -Dkeyledger.write-documents=true} their pictures go into docs/console.
 */
@ExtendWith(SharedServer.class)
class ConsolePicturesIT {

    private static final Path DOCUMENTS = Path.of("../docs/console");

    @TempDir static Path folder;

    private static Console console;
    private static Person admin;
    private static Map<String, String> pages;

    @BeforeAll
    static void prepare(RunningServer server) throws IOException {
        console = new Console(server, "hubnity");
        HubPeople hub = new HubPeople(server, "hubnity");
        String workspace = hub.workspace("Acme", "enterprise");
        admin = hub.staff("admin", workspace);
        IssuedKey key = lived(hub.admin(), workspace);
        hub.app(
                workspace,
                "confidential",
                List.of("https://app.example.com/callback"),
                List.of("read:members", "read:timesheets"));
        pages = new LinkedHashMap<>();
        pages.put("keys", console.url(workspace, "/keys"));
        pages.put("new-key", console.url(workspace, "/keys/new"));
        pages.put("key", console.url(workspace, "/keys/" + key.id()));
        pages.put("apps", console.url(workspace, "/oauth-apps"));
        pages.put("usage", console.url(workspace, "/usage"));
        pages.put("audit", console.url(workspace, "/audit"));
        pages.put("people", console.url(workspace, "/people"));
        pages.put("workspace", console.url(workspace, ""));
    }

    /** A key that something has happened to, beside one that is revoked. */
    private static IssuedKey lived(Admin operator, String workspace) throws IOException {
        IssuedKey key = operator.key(workspace);
        operator.patch(
                "/admin/v1/keys/" + key.id(),
                "{\"scopes\":[\"read:members\",\"read:timesheets\"],\"reason\":\"timesheets, too\"}");
        String secret = operator.rotate(key);
        operator.revoke(operator.key(workspace));
        for (int i = 0; i < 60; i++) {
            operator.verdict(
                    "{\"token\":\"%s\",\"method\":\"GET\",\"path\":\"/v1/%s\"}"
                            .formatted(secret, i % 10 == 0 ? "projects" : "members"));
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        Admin.json(operator.get("/admin/v1/keys/" + key.id() + "/usage"))
                                        .at("/total/requests")
                                        .longValue()
                                >= 60);
        return key;
    }

    @ParameterizedTest
    @EnumSource
    void theMainPagesAreReadableOnADesk(Scheme scheme) throws IOException {
        try (Browser browser = Browser.desktop(folder, scheme)) {
            console.enter(browser, admin, console.url(""));
            for (Map.Entry<String, String> page : pages.entrySet()) {
                browser.open(page.getValue());
                assertThat(browser.title()).as(page.getKey()).doesNotContain("nothing here");
                Console.look(browser);
                keep(browser, page.getKey(), scheme);
            }
        }
    }

    private static void keep(Browser browser, String page, Scheme scheme) throws IOException {
        if (Boolean.getBoolean("keyledger.write-documents")) {
            Files.createDirectories(DOCUMENTS);
            String name = page + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png";
            browser.screenshot(DOCUMENTS.resolve(name));
        }
    }
}
