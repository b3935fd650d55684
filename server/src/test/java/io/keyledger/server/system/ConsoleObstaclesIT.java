package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody wonders why a key does not work that looks as if it did. */
@ExtendWith(SharedServer.class)
class ConsoleObstaclesIT {

    private static final String SUSPENDED = "The workspace is suspended";
    private static final String PLAN = "This plan has no API access";
    private static final String OWN_WORDS =
            "“<bdi>The plan of this organization has no API access. API access is part of the"
                    + " Enterprise plan.</bdi>”";

    private final List<String> pages = new ArrayList<>();
    private ConsolePlace place;
    private Visitor auditor;

    @BeforeEach
    void prepare(RunningServer server) throws IOException {
        place = ConsolePlace.withApps(server);
        auditor = place.staff("auditor");
        for (String thing : List.of("/keys/{key}", "/oauth-apps/{app}", "/grants/{grant}")) {
            pages.add(place.address(new ConsoleRoute("GET", path(thing), List.of()), here()));
        }
    }

    @Test
    void nothingIsSaidWhileNothingIsInTheWay() throws IOException {
        for (String page : pages) {
            assertThat(auditor.open(page).body()).doesNotContain(SUSPENDED, PLAN);
        }
    }

    @Test
    void aSuspendedWorkspaceIsNamedOnThePagesOfWhatItBlocks() throws IOException {
        place.hub.admin().post("/admin/v1/workspaces/" + here() + "/suspend", "{}");

        for (String page : pages) {
            assertThat(auditor.open(page).body()).contains(SUSPENDED).doesNotContain(PLAN);
        }
    }

    @Test
    void aPlanWithoutAccessIsNamedInTheHubsOwnWords(RunningServer server) throws IOException {
        HubPeople hubnity = new HubPeople(server, "hubnity");
        Console console = new Console(server, "hubnity");
        String small = hubnity.workspace("Small", "free");
        String key = hubnity.admin().key(small).id();
        Visitor admin = console.visitor(hubnity.staff("admin", small));

        assertThat(admin.open(console.url(small, "/keys/" + key)).body())
                .contains("The plan is “free”", PLAN, OWN_WORDS)
                .doesNotContain(SUSPENDED);
    }

    @Test
    void theHistoryOfAGrantNamesTheApp() throws IOException {
        assertThat(auditor.open(pages.getLast()).body())
                .containsPattern("<bdi title=\"[^\"]+\">Zapier</bdi>");
    }

    private String here() {
        return place.workspace();
    }

    private static String path(String below) {
        return "/console/{hub}/workspaces/{workspace}" + below;
    }
}
