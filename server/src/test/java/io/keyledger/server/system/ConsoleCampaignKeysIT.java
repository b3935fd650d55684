package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.Browser.Scheme;
import io.keyledger.server.system.HubPeople.Person;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The tokens of a campaign, on a page of the campaign. */
@ExtendWith(SharedServer.class)
class ConsoleCampaignKeysIT {

    @TempDir static Path folder;

    private ConsolePlace place;
    private Person boss;
    private Visitor admin;
    private String keys;

    @BeforeEach
    void prepare(RunningServer server) throws IOException {
        place = ConsolePlace.withCampaigns(server);
        boss = place.hub.staff("admin", place.workspace());
        admin = place.console.visitor(boss);
        keys = place.console.url(place.workspace(), "/campaigns/" + campaign() + "/keys");
    }

    @Test
    void aCampaignWithoutTokensSaysWhatToDo() throws IOException {
        assertThat(admin.open(keys).body())
                .contains("Nothing is bound to this campaign alone.")
                .contains("/keys/new?filter=" + campaign());
    }

    @Test
    void theNewTokenIsBoundToTheCampaignAndStandsThere() throws IOException {
        HttpResponse<String> form =
                admin.open(place.console.url(place.workspace(), "/keys/new?filter=" + campaign()));
        assertThat(form.body()).containsPattern("value=\"" + campaign() + "\" selected");

        admin.submit(form, Map.of("name", "Whole", "scopes", "read", "filter", campaign()));
        admin.submit(
                admin.open(form.uri().toString()),
                Map.of("name", "Vendor", "scopes", "read", "filter", campaign() + "/mine"));
        admin.submit(
                admin.open(form.uri().toString()),
                Map.of("name", "General", "scopes", "read", "filter", ""));

        assertThat(admin.open(keys).body())
                .contains("Whole", "the whole campaign", "Vendor", "/filters/mine\"")
                .doesNotContain("General");
    }

    @Test
    void anAuditorReadsThemAndIsOfferedNoNewOne() throws IOException {
        assertThat(place.staff("auditor").open(keys).body()).doesNotContain("/keys/new");
    }

    @Test
    void thePagesOfACampaignAndItsFormsAreReadableByEverybody() {
        try (Browser browser = Browser.phone(folder, Scheme.DARK)) {
            place.console.enter(browser, boss, keys);
            Console.lookAtPhone(browser);
            browser.open(keys.replace("/keys", "/filters/mine"));
            Console.lookAtPhone(browser);
            browser.open(place.console.url(place.workspace(), "/keys/new?filter=" + campaign()));
            Console.lookAtPhone(browser);
        }
    }

    private String campaign() {
        return place.thing("campaign");
    }
}
