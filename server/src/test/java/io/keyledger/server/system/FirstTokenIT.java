package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The first part of docs/oauth.md, with the demo: its lines in a shell, its clicks by a person. */
@ExtendWith(SharedDemo.class)
class FirstTokenIT {

    private static final Pattern AUTHORIZE = Pattern.compile("http\\S+/oauth/authorize\\?\\S+");
    private static final Pattern CODE = Pattern.compile("The code, for a minute and once: (\\S+)");

    @Test
    void theLinesOfTheGuideLeadToATokenAndItsEnd(RunningServer server) throws Exception {
        Path said = Files.createTempFile(server.folder(), "said", ".txt");
        Process shell = shell(server, said);
        try (Writer keyboard = shell.outputWriter()) {
            await().atMost(Duration.ofMinutes(1)).until(() -> AUTHORIZE.matcher(text(said)).find());
            WebPage back = demoPerson(server).allow(found(AUTHORIZE, text(said)), "Demo of");
            assertThat(back.url().getPath()).isEqualTo("/demo/callback");
            keyboard.write(found(CODE, back.body()) + "\n");
        }

        assertThat(shell.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(shell.exitValue()).as(text(said)).isZero();
        assertThat(text(said))
                .contains("\"access_token\":\"eyJ", "\"proj_2001\"")
                .containsSubsequence(
                        "This access token lacks the scope invoices:read.",
                        "The access token is invalid or has been revoked.");
    }

    @Test
    void thePersonIsToldByTheDemoWhenThereIsNoCode(RunningServer server) throws IOException {
        JsonNode oauth = demo(server).get("oauth");
        WebPage back =
                demoPerson(server)
                        .afterSignIn(
                                server.controlPlane()
                                        + "/nextoria/oauth/authorize?response_type=code&client_id="
                                        + oauth.get("clientId").stringValue()
                                        + "&redirect_uri="
                                        + oauth.get("redirectUri").stringValue()
                                        + "&scope=unknown");

        assertThat(back.body()).isEqualTo("There is no code here, but: invalid_scope\n");
    }

    /** What is put in by hand in the guide is read from the input here. */
    private static Process shell(RunningServer server, Path said) throws IOException {
        String script =
                String.join(
                                "",
                                Guide.named("oauth.md")
                                        .between("## From nothing", "### The other hubs")
                                        .blocks("sh"))
                        .replace("http://127.0.0.1:8080", server.controlPlane())
                        .replace("CODE=THE_CODE", "read -r CODE");
        assertThat(script).contains("read -r CODE");
        return new ProcessBuilder("bash", "-e", "-c", script)
                .directory(server.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    private static Person demoPerson(RunningServer server) throws IOException {
        JsonNode person = demo(server).get("person");
        return new Person(
                person.get("account").stringValue(),
                person.get("email").stringValue(),
                person.get("password").stringValue());
    }

    private static JsonNode demo(RunningServer server) throws IOException {
        return Admin.JSON.readTree(text(server.folder().resolve("data/demo.json"))).get("nextoria");
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(matcher.groupCount());
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file);
    }
}
