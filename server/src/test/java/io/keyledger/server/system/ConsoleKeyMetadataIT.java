package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The metadata of keys in the console: typed in lines, at creation and later. */
@ExtendWith(SharedServer.class)
class ConsoleKeyMetadataIT {

    private static Console console;
    private static HubPeople hub;
    private static String workspace;
    private static Visitor admin;

    @BeforeAll
    static void prepare(RunningServer server) throws IOException {
        console = new Console(server, "hubnity");
        hub = new HubPeople(server, "hubnity");
        workspace = hub.workspace("Acme", "enterprise");
        admin = console.visitor(hub.staff("admin", workspace));
    }

    @Test
    void metadataIsGivenToANewKey() throws IOException {
        String name = "With metadata";
        admin.submit(
                open("/new"),
                Map.of("name", name, "scopes", "read:members", "metadata", "team = billing"));

        assertThat(open("?q=With+metadata").body()).contains(name);
        String id = open("?q=With+metadata").body().replaceAll("(?s).*/keys/(key_\\w+)\".*", "$1");
        assertThat(open("/" + id).body()).contains("<bdi>team</bdi> = <bdi>billing</bdi>");
    }

    @Test
    void metadataIsChanged() throws IOException {
        String key = key("{\"team\":\"billing\",\"old\":\"yes\"}");
        HttpResponse<String> form = open("/" + key + "/edit");

        HttpResponse<String> answer = edit(form, "team = it = us\r\n\r\n cost centre=4711");

        assertThat(form.body()).contains(">old = yes\nteam = billing</textarea>");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(admin.follow(answer).body())
                .contains("<bdi>team</bdi> = <bdi>it = us</bdi>")
                .contains("<bdi>cost centre</bdi> = <bdi>4711</bdi>")
                .doesNotContain("<bdi>old</bdi>");
    }

    @ParameterizedTest
    @CsvSource({
        "team,                                      There is no = in “team”.",
        "'team = a\nteam = b',                      “team” stands here more than once.",
        "'= nameless',                              Metadata has at most 50 entries",
        "a-name-that-has-more-than-forty-characters = x, Metadata has at most 50 entries",
    })
    void whatIsWrongIsSaidBesideTheField(String typed, String text) throws IOException {
        String key = key("{\"team\":\"billing\"}");

        HttpResponse<String> page = edit(open("/" + key + "/edit"), typed);

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("id=\"problem-metadata\"", text);
        assertThat(open("/" + key).body()).contains("<bdi>team</bdi> = <bdi>billing</bdi>");
    }

    /** A form of lines would tear it apart. */
    @Test
    void whatCannotBeTypedStaysAsItIs() throws IOException {
        String key = key("{\"a=b\":\"c\"}");
        HttpResponse<String> form = open("/" + key + "/edit");

        HttpResponse<String> answer = admin.submit(form, Map.of("name", "Renamed"));

        assertThat(form.body())
                .contains("cannot be typed in lines")
                .doesNotContain("name=\"metadata\"");
        assertThat(admin.follow(answer).body())
                .contains("Renamed", "<bdi>a=b</bdi> = <bdi>c</bdi>");
    }

    private static HttpResponse<String> edit(HttpResponse<String> form, String metadata)
            throws IOException {
        return admin.submit(form, Map.of("name", "Edited", "metadata", metadata));
    }

    private static HttpResponse<String> open(String path) throws IOException {
        return admin.open(console.url(workspace, "/keys" + path));
    }

    private static String key(String metadata) throws IOException {
        return Admin.json(
                        hub.admin()
                                .post(
                                        "/admin/v1/workspaces/" + workspace + "/keys",
                                        "{\"name\":\"K\",\"scopes\":[\"read:members\"],\"metadata\":%s}"
                                                .formatted(metadata)))
                .get("id")
                .stringValue();
    }
}
