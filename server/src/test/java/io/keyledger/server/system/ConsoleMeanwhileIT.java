package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Forms of the console that others overtake, or that are sent again with something else. */
@ExtendWith(SharedServer.class)
class ConsoleMeanwhileIT {

    private static final String CALLBACK = "https://yourapp.com/callback";

    private static Console console;
    private static HubPeople hub;
    private static String workspace;
    private static Visitor admin;

    @BeforeAll
    static void prepare(RunningServer server) throws IOException {
        console = new Console(server, "nextoria");
        hub = new HubPeople(server, "nextoria");
        workspace = hub.workspace("Acme", "growth");
        admin = console.visitor(hub.staff("admin", workspace));
    }

    @Test
    void anAppThatSomebodyElseHasChangedIsNotOverwritten() throws IOException {
        String app = app();
        HttpResponse<String> form = open("/oauth-apps/" + app + "/edit");
        hub.admin().patch("/admin/v1/oauth-apps/" + app, "{\"name\":\"Theirs\"}");

        HttpResponse<String> page = change(form);

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("Somebody was faster", "It is now: <bdi>Theirs</bdi>")
                .contains("value=\"Mine\"")
                .doesNotContain("It is now: <bdi>" + CALLBACK);
        assertThat(open("/oauth-apps/" + app).body()).contains("Theirs").doesNotContain("Mine");
        assertThat(change(page).statusCode()).isEqualTo(303);
        assertThat(open("/oauth-apps/" + app).body()).contains("<bdi>Mine</bdi></h1>");
    }

    @Test
    void aKeyThatSomebodyElseHasChangedIsShownBesideWhatWasTyped() throws IOException {
        String key = key();
        HttpResponse<String> form = open("/keys/" + key + "/edit");
        hub.admin().patch("/admin/v1/keys/" + key, "{\"metadata\":{\"team\":\"theirs\"}}");

        HttpResponse<String> page =
                admin.submit(form, Map.of("name", "Mine", "metadata", "team = mine"));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("Somebody was faster", "It is now: <bdi>team = theirs</bdi>")
                .contains(">team = mine</textarea>");
        assertThat(open("/keys/" + key).body()).doesNotContain("Mine");
    }

    @Test
    void aFormThatWasRefusedForAnotherReasonShowsNobodyElsesValues() throws IOException {
        HttpResponse<String> page =
                admin.submit(
                        open("/keys/" + key() + "/edit"), Map.of("name", "", "metadata", "a = b"));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("id=\"problem-name\"").doesNotContain("It is now");
    }

    /** The browser's way back shows a form again that was taken. */
    @Test
    void aFormThatIsSentAgainWithSomethingElseIsNotTakenAndLeadsOn() throws IOException {
        HttpResponse<String> form = open("/keys/new");
        admin.submit(form, Map.of("name", "First of two", "scopes", "projects:read"));

        HttpResponse<String> page =
                admin.submit(form, Map.of("name", "Second of two", "scopes", "projects:read"));

        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body())
                .contains("<h1>This form was sent before</h1>")
                .contains("href=\"/console/nextoria/workspaces/" + workspace + "/keys\"");
        assertThat(open("/keys?q=of+two").body())
                .contains("First of two")
                .doesNotContain("Second of two");
    }

    private static HttpResponse<String> change(HttpResponse<String> form) throws IOException {
        Map<String, String> fields = new HashMap<>();
        fields.put("name", "Mine");
        fields.put("redirectUris", CALLBACK);
        fields.put("scopes", "projects:read");
        return admin.upload(form, fields, "image", new byte[0]);
    }

    private static HttpResponse<String> open(String path) throws IOException {
        return admin.open(console.url(workspace, path));
    }

    private static String app() throws IOException {
        return hub.app(workspace, "public", List.of(CALLBACK), List.of("projects:read")).id();
    }

    private static String key() throws IOException {
        return Admin.json(
                        hub.admin()
                                .post(
                                        "/admin/v1/workspaces/" + workspace + "/keys",
                                        "{\"name\":\"K\",\"scopes\":[\"projects:read\"]}"))
                .get("id")
                .stringValue();
    }
}
