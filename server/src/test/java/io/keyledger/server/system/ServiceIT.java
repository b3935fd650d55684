package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.Admin.IssuedKey;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** One process with its demo on the embedded database. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServiceIT {

    @TempDir static Path folder;

    private static RunningServer server;
    private static Admin admin;
    private static String workspace;

    @BeforeAll
    static void start() throws IOException {
        server = RunningServer.start(folder, "--keyledger.demo=true");
        admin = new Admin(server);
        workspace = admin.workspace("enterprise");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void theTourOfTheReadmeWorksWhenPasted() throws Exception {
        String script =
                tour().replace("http://127.0.0.1:8080", server.controlPlane())
                        .replace("http://127.0.0.1:8081", server.dataPlane());
        Path transcript = folder.resolve("tour");
        Process bash =
                new ProcessBuilder("bash", "-e", "-c", script)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(transcript.toFile())
                        .start();
        assertThat(bash.waitFor(2, TimeUnit.MINUTES)).isTrue();

        String said = Files.readString(transcript);
        assertThat(bash.exitValue()).as(said).isZero();
        assertThat(said)
                .contains(
                        "Ada Holm",
                        "HUB-API-403",
                        "\"code\":\"VALID\"",
                        "\"outcome\":\"confirmed\"")
                .contains("HTTP/1.1 401", "HUB-API-401", "Key revoked with all its secrets.");
        assertThat(said.split("Ada Holm", -1)).as("members are listed three times").hasSize(4);
    }

    @Test
    void aSecondSecretTakesOverAndBothDieWithTheKey() throws IOException {
        IssuedKey key = admin.key(workspace);
        String second = admin.rotate(key);
        assertThat(admin.call("/v1/members", key.secret()).statusCode()).isEqualTo(200);
        assertThat(admin.call("/v1/members", second).statusCode()).isEqualTo(200);

        HttpResponse<String> revoked = admin.revoke(key);

        assertThat(Admin.json(revoked).at("/receipt/nodes/0/outcome").stringValue())
                .isEqualTo("confirmed");
        for (String secret : List.of(key.secret(), second)) {
            HttpResponse<String> refused = admin.call("/v1/members", secret);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).contains("\"code\":\"HUB-API-401\"");
            assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
                    .startsWith("Bearer");
        }
    }

    @Test
    void aWorkspaceWithoutTheEntitlementHasNoAccess() throws IOException {
        IssuedKey key = admin.key(admin.workspace("team"));

        HttpResponse<String> refused = admin.call("/v1/members", key.secret());

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("HUB-API-403", "plan");
    }

    @Test
    void suspendingAWorkspaceRefusesItsKeysUntilItIsResumed() throws IOException {
        String suspended = admin.workspace("enterprise");
        IssuedKey key = admin.key(suspended);
        admin.post("/admin/v1/workspaces/" + suspended + "/suspend", "{}");
        assertThat(admin.verify(key.secret())).isEqualTo("SUSPENDED");

        admin.post("/admin/v1/workspaces/" + suspended + "/resume", "{}");

        assertThat(admin.verify(key.secret())).isEqualTo("VALID");
    }

    @Test
    void aCallSentAgainHasOneEffectAndTheSameAnswer() throws IOException {
        String path = "/admin/v1/workspaces/" + workspace + "/keys";
        String body = "{\"name\":\"once\",\"scopes\":[\"read:members\"]}";
        HttpResponse<String> first = admin.post(path, body, "Idempotency-Key", "\"call-1\"");
        HttpResponse<String> again = admin.post(path, body, "Idempotency-Key", "\"call-1\"");
        admin.secrets().add(Admin.json(first).get("secret").stringValue());

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("ETag"))
                .isEqualTo(first.headers().firstValue("ETag"));

        HttpResponse<String> other =
                admin.post(path, body.replace("once", "twice"), "Idempotency-Key", "\"call-1\"");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(code(other)).isEqualTo("IDEMPOTENCY_KEY_REUSED");

        HttpResponse<String> malformed = admin.post(path, body, "Idempotency-Key", "\"\"");
        assertThat(malformed.statusCode()).isEqualTo(400);
        assertThat(code(malformed)).isEqualTo("IDEMPOTENCY_KEY_INVALID");
    }

    @Test
    void aStaleIfMatchChangesNothing() throws IOException {
        IssuedKey key = admin.key(workspace);
        String path = "/admin/v1/keys/" + key.id();
        assertThat(admin.patch(path, "{\"name\":\"a\"}", "If-Match", "\"0\"").statusCode())
                .isEqualTo(200);

        HttpResponse<String> stale = admin.patch(path, "{\"name\":\"b\"}", "If-Match", "\"0\"");

        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(code(stale)).isEqualTo("VERSION_MISMATCH");
        assertThat(Admin.json(admin.get(path)).get("name").stringValue()).isEqualTo("a");
    }

    @Test
    void aPatchWithOneBadFieldChangesNoField() throws IOException {
        IssuedKey key = admin.key(workspace);
        String path = "/admin/v1/keys/" + key.id();

        HttpResponse<String> refused =
                admin.patch(path, "{\"name\":\"changed\",\"scopes\":[\"read:nothing\"]}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(code(refused)).isEqualTo("SCOPE_UNKNOWN");
        assertThat(Admin.json(admin.get(path)).get("name").stringValue())
                .isEqualTo("Reporting sync");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{                                                         | 400 | MALFORMED_JSON",
                "[]                                                        | 400 | MALFORMED_JSON",
                "{\"name\":\"x\",\"scopes\":[\"read:members\"],\"no\":1}     | 400 | UNKNOWN_FIELD",
                "{\"scopes\":[\"read:members\"]}                           | 400 | MISSING_FIELD",
                "{\"name\":5,\"scopes\":[\"read:members\"]}                | 400 | INVALID_FIELD",
                "{\"name\":\"x\",\"scopes\":[null]}                        | 400 | INVALID_FIELD",
                "{\"name\":\"x\",\"scopes\":[]}                            | 422 | SCOPE_MISSING",
                "{\"name\":\"x\",\"scopes\":[\"admin:*\"]}                  | 422 | SCOPE_UNKNOWN",
                "{\"name\":\"a\\u0007b\",\"scopes\":[\"read:members\"]}     | 422 | NAME_INVALID",
                "{\"name\":\"x\",\"scopes\":[\"read:members\"],\"expiresAt\":\"2001-01-01T00:00:00Z\"}"
                        + " | 422 | EXPIRY_PAST",
                "{\"name\":\"x\",\"scopes\":[\"read:members\"],\"allowedCidrs\":[\"1.2.3\"]}"
                        + " | 422 | ADDRESS_BLOCK_INVALID"
            })
    void badInputIsToldAndLeavesNothingBehind(String body, int status, String code)
            throws IOException {
        String path = "/admin/v1/workspaces/" + admin.workspace("enterprise") + "/keys";

        HttpResponse<String> refused = admin.post(path, body);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(code(refused)).isEqualTo(code);
        assertThat(Admin.json(admin.get(path)).get("items").size()).isZero();
    }

    @Test
    void aNameOfTenKilobytesIsRefused() throws IOException {
        HttpResponse<String> refused =
                admin.post(
                        "/admin/v1/workspaces/" + workspace + "/keys",
                        "{\"name\":\"%s\",\"scopes\":[\"read:members\"]}"
                                .formatted("x".repeat(10_000)));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(code(refused)).isEqualTo("NAME_INVALID");
        assertThat(refused.body().length()).isLessThan(1_000);
    }

    @Test
    void anAbsurdGracePeriodIsRefused() throws IOException {
        IssuedKey key = admin.key(workspace);

        HttpResponse<String> refused =
                admin.post(
                        "/admin/v1/keys/" + key.id() + "/rotate", "{\"gracePeriod\":\"P10000D\"}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(code(refused)).isEqualTo("GRACE_TOO_LONG");
        assertThat(admin.verify(key.secret())).isEqualTo("VALID");
    }

    @Test
    void foreignAndMalformedIdsLookAbsent() throws IOException {
        for (String id : List.of("key_00000000000000000009", "nonsense", "..%2f")) {
            HttpResponse<String> absent = admin.get("/admin/v1/keys/" + id);
            assertThat(absent.statusCode()).as(id).isIn(400, 404);
        }
        assertThat(code(admin.get("/admin/v1/keys/key_00000000000000000009")))
                .isEqualTo("KEY_UNKNOWN");
    }

    @Test
    void withoutAKeyThereIsNoControlPlane() throws IOException {
        HttpResponse<String> refused = admin.call("/../admin/v1/hubs", "klg_wrong");

        assertThat(refused.statusCode()).isIn(400, 401, 404);
    }

    @Test
    void theOperatorKeyFileIsItsOwnersAlone() throws IOException {
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("data/operator-key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void theApiDescribesItself() throws IOException {
        HttpResponse<String> answer = admin.get("/openapi.json");
        assertThat(answer.statusCode()).as(answer.body() + server.log()).isEqualTo(200);
        JsonNode description = Admin.json(answer);

        assertThat(description.get("openapi").stringValue()).startsWith("3.1");
        assertThat(description.get("paths").propertyNames())
                .contains(
                        "/admin/v1/keys/{key}/revoke",
                        "/admin/v1/keys/{key}/history",
                        "/v1/verify",
                        "/v1/forward-auth");
    }

    @Test
    void aRecoverableSecretIsShownAgainAndItsRevealKeyIsItsOwnersAlone() throws IOException {
        String recoverable =
                Admin.json(
                                admin.post(
                                        "/admin/v1/hubs/hubhus/workspaces",
                                        "{\"name\":\"Acme\",\"plan\":\"standard\"}"))
                        .get("id")
                        .stringValue();
        JsonNode issued =
                Admin.json(
                        admin.post(
                                "/admin/v1/workspaces/" + recoverable + "/keys",
                                "{\"name\":\"Shop\",\"scopes\":[\"read\"]}"));
        admin.secrets().add(issued.get("secret").stringValue());

        JsonNode shown =
                Admin.json(
                        admin.post(
                                "/admin/v1/keys/" + issued.get("id").stringValue() + "/reveal",
                                "{}"));

        assertThat(shown.at("/secrets/0/secret")).isEqualTo(issued.get("secret"));
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("data/reveal-key"))))
                .isEqualTo("rw-------");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void noSecretStandsInTheDatabaseFilesOrTheLog() throws IOException {
        admin.post(
                "/admin/v1/keys/" + admin.key(workspace).id() + "/revoke",
                "{\"reason\":\"flush\"}");
        List<String> secrets = List.copyOf(admin.secrets());
        assertThat(secrets).hasSizeGreaterThan(5);

        assertThat(secrets).noneMatch(secret -> server.log().contains(secret));
        try (Stream<Path> files = Files.walk(folder.resolve("data/postgres"))) {
            files.filter(Files::isRegularFile).forEach(file -> assertHoldsNone(file, secrets));
        }
    }

    private static void assertHoldsNone(Path file, List<String> secrets) {
        try {
            String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertThat(secrets).as(file.toString()).noneMatch(bytes::contains);
        } catch (IOException e) {
            // A file that the database removed or renamed meanwhile.
            assertThat(file).doesNotExist();
        }
    }

    private static String code(HttpResponse<String> response) {
        return Admin.json(response).get("code").stringValue();
    }

    /** The shell blocks of the README's tour. */
    private static String tour() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        String section =
                readme.substring(readme.indexOf("## Five minutes"), readme.indexOf("## Run it"));
        StringBuilder script = new StringBuilder();
        String[] parts = section.split("```", -1);
        for (int i = 1; i < parts.length; i += 2) {
            script.append(parts[i].substring("sh\n".length()));
        }
        assertThat(script).contains("/revoke");
        return script.toString();
    }
}
