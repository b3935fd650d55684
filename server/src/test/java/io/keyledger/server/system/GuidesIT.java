package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The examples of the hubs' guides, as they stand there but for host and key, against the demo. */
@ExtendWith(SharedDemo.class)
class GuidesIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir static Path folder;

    private static RunningServer server;
    private static JsonNode demo;

    @BeforeAll
    static void start(RunningServer shared) throws IOException {
        server = shared;
        demo =
                JsonMapper.shared()
                        .readTree(Files.readString(server.folder().resolve("data/demo.json")));
    }

    @Test
    void hubnitysCurl() throws Exception {
        assertThat(run("hubnity", "hubnity.sh", "", "bash", "-c")).contains("\"Ada Holm\"");
    }

    @Test
    void nextoriasCurl() throws Exception {
        assertThat(run("nextoria", "nextoria.sh", "", "bash", "-c")).contains("\"proj_2001\"");
    }

    @Test
    void onboardingHubsCurl() throws Exception {
        assertThat(run("onboardinghub", "onboardinghub.sh", "", "bash", "-c"))
                .contains("\"con_2001\"", "\"organisation_id\"");
    }

    @Test
    void onboardingHubsRuby() throws Exception {
        assumeTrue(isThere("ruby", "--version"), "ruby is missing, so its example is not run");

        assertThat(
                        run(
                                "onboardinghub",
                                "onboardinghub.rb",
                                "puts contacts['data'][0]['id']",
                                "ruby",
                                "-e"))
                .contains("con_2001");
    }

    @Test
    void onboardingHubsPython() throws Exception {
        assumeTrue(
                isThere("python3", "-c", "import requests"),
                "python3 with requests is missing, so its example is not run");

        assertThat(
                        run(
                                "onboardinghub",
                                "onboardinghub.py",
                                "print(contacts['data'][0]['id'])",
                                "python3",
                                "-c"))
                .contains("con_2001");
    }

    @Test
    void onboardingHubsJavaScript() throws Exception {
        assumeTrue(isThere("node", "--version"), "node is missing, so its example is not run");

        assertThat(
                        run(
                                "onboardinghub",
                                "onboardinghub.mjs",
                                "console.log(contacts.data[0].id)",
                                "node",
                                "--input-type=module",
                                "-e"))
                .contains("con_2001");
    }

    @Test
    void everyExampleOfTheDemoWorks() throws Exception {
        for (String hub : List.of("hubnity", "nextoria", "hubhus", "onboardinghub")) {
            HttpResponse<String> answer = send(exampleUrl(hub), key(hub));

            assertThat(answer.statusCode()).as(hub + ": " + answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("\"data\"");
        }
        assertThat(send(exampleUrl("onboardinghub"), key("onboardinghub")).headers().map())
                .containsKeys("x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset");
    }

    /** What a service says by the starter is what a gateway would have said. */
    @ParameterizedTest
    @CsvSource({
        "hubnity, /v1/members, ''",
        "hubnity, /v1/members, hbn_unknown",
        "hubnity, /v1/nothing, own",
        "nextoria, /v1/projects, ''",
        "nextoria, /v1/projects, nxh_unknown",
        "nextoria, /v1/nothing, own",
        "hubhus, /v2/campaigns/1/leads, ''",
        "hubhus, /v2/campaigns/1/leads, hhs_unknown",
        "hubhus, /v2/nothing, own",
        "onboardinghub, /api/v1/contacts, ''",
        "onboardinghub, /api/v1/contacts, obh_unknown",
        "onboardinghub, /api/v1/nothing, own"
    })
    void refusalsAreTheHubsOwnToTheByte(String hub, String path, String token) throws Exception {
        String credential = token.equals("own") ? key(hub) : token;
        HttpResponse<String> service = send(server.controlPlane() + "/" + hub + path, credential);
        HttpResponse<String> gateway =
                send(
                        server.dataPlane() + "/v1/forward-auth?hub=" + hub,
                        credential,
                        "X-Forwarded-Method",
                        "GET",
                        "X-Forwarded-Uri",
                        "/" + hub + path,
                        "X-Forwarded-For",
                        "127.0.0.1");

        assertThat(service.statusCode()).isEqualTo(gateway.statusCode()).isGreaterThan(400);
        assertThat(service.body()).isEqualTo(gateway.body());
        for (String field : List.of("WWW-Authenticate", "Content-Type", "Retry-After")) {
            assertThat(service.headers().firstValue(field))
                    .as(field)
                    .isEqualTo(gateway.headers().firstValue(field));
        }
    }

    private static String key(String hub) {
        return demo.get(hub).get("key").stringValue();
    }

    private static String exampleUrl(String hub) {
        String request = demo.get(hub).get("exampleRequest").stringValue();
        return request.substring(request.lastIndexOf(' ') + 1);
    }

    private static HttpResponse<String> send(String url, String token, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static String run(String hub, String example, String more, String... interpreter)
            throws IOException, InterruptedException {
        String script =
                resource(example)
                                .replaceAll(
                                        "https://(onboarding-hub.com|api.hubnity.eu|api.nextoriahub.com)",
                                        server.controlPlane() + "/" + hub)
                                .replaceAll("YOUR_ACCESS_TOKEN|YOUR_API_KEY|hbn_xxx", key(hub))
                                // The demo speaks plain HTTP.
                                .replace("use_ssl: true", "use_ssl: false")
                        + "\n"
                        + more;
        Path said = Files.createTempFile(folder, "said", ".txt");
        String[] command = Arrays.copyOf(interpreter, interpreter.length + 1);
        command[interpreter.length] = script;
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        return Files.readString(said);
    }

    private static boolean isThere(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(GuidesIT.class.getResourceAsStream("/guides/" + name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
