package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.Admin.IssuedKey;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
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
    void theTourOfTheReadmeWorksWhenPasted() throws IOException {
        Pasted pasted = Pasted.into(server, "README.md", "## Five minutes", "## Run it");

        String said = pasted.said();
        assertThat(pasted.exit()).as(said).isZero();
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
        IssuedKey revoked = admin.key(suspended);
        admin.revoke(revoked);
        admin.post("/admin/v1/workspaces/" + suspended + "/suspend", "{}");
        assertThat(admin.verify(key.secret())).isEqualTo("SUSPENDED");

        admin.post("/admin/v1/workspaces/" + suspended + "/resume", "{}");

        assertThat(admin.verify(key.secret())).isEqualTo("VALID");
        assertThat(admin.verify(revoked.secret())).isEqualTo("REVOKED");
    }

    /** Checklist KL-06. */
    @Test
    void aRotatedSecretEndsAtTheInstantThatWasTold() throws IOException {
        IssuedKey key = admin.key(workspace);
        JsonNode rotated =
                Admin.json(
                        admin.post(
                                "/admin/v1/keys/" + key.id() + "/rotate",
                                "{\"gracePeriod\":\"PT2S\"}"));
        admin.secrets().add(rotated.get("secret").stringValue());
        Instant end = Instant.parse(rotated.get("previousValidUntil").stringValue());

        for (Instant asked = now(); asked.isBefore(end.plusMillis(500)); asked = now()) {
            String code = admin.verify(key.secret());
            if (now().isBefore(end)) {
                assertThat(code).isEqualTo("VALID");
            } else if (!asked.isBefore(end)) {
                assertThat(code).isEqualTo("EXPIRED");
            }
        }
        assertThat(admin.verify(rotated.get("secret").stringValue())).isEqualTo("VALID");
    }

    private static Instant now() {
        return Instant.now();
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

    /** Checklist KL-01: not even a part of it that would help to guess the rest. */
    @Test
    void aSecretIsInTheAnswerThatCreatesItAndInNoOther() throws IOException {
        IssuedKey key = admin.key(workspace);
        String second = admin.rotate(key);
        String path = "/admin/v1/keys/" + key.id();
        List<HttpResponse<String>> others =
                List.of(
                        admin.get(path),
                        admin.get(path + "/history"),
                        admin.get("/admin/v1/workspaces/" + workspace + "/keys?limit=200"),
                        admin.patch(path, "{\"name\":\"Other\"}"),
                        admin.patch(path, "{\"scopes\":[\"read:nothing\"]}"),
                        admin.asked("{\"token\":\"" + second + "\"}"),
                        admin.asked("{\"token\":\"" + second + "\",\"cost\":-1}"),
                        admin.call("/v1/projects", second),
                        admin.revoke(key),
                        admin.call("/v1/members", second));

        for (String secret : List.of(key.secret(), second)) {
            for (int at = "hbn_".length(); at + 16 <= secret.length(); at++) {
                String part = secret.substring(at, at + 16);
                assertThat(others).noneMatch(it -> (it.headers() + it.body()).contains(part));
            }
        }
    }

    @Test
    void answersWithASecretAreNotStoredOnTheWay() throws IOException {
        HttpResponse<String> issued =
                admin.post(
                        "/admin/v1/workspaces/" + workspace + "/keys",
                        "{\"name\":\"Cached\",\"scopes\":[\"read:members\"]}");
        admin.secrets().add(Admin.json(issued).get("secret").stringValue());

        assertThat(Answers.header(issued, "Cache-Control")).contains("no-store");
    }

    /** The clock of the node that answers is nobody's truth. */
    @Test
    void aKeyIsAsOldAsItsFirstEntry() throws IOException {
        HttpResponse<String> issued =
                admin.post(
                        "/admin/v1/workspaces/" + workspace + "/keys",
                        "{\"name\":\"Aged\",\"scopes\":[\"read:members\"]}");
        admin.secrets().add(Admin.json(issued).get("secret").stringValue());
        String path = Answers.header(issued, "Location");

        JsonNode createdAt = Admin.json(issued).get("createdAt");

        assertThat(Admin.json(admin.get(path)).get("createdAt")).isEqualTo(createdAt);
        assertThat(Admin.json(admin.get(path + "/history")).at("/items/0/at")).isEqualTo(createdAt);
    }

    @Test
    void theHistorySaysWhoDidWhatForWhomFromWhereAndWhy() throws IOException {
        IssuedKey key = admin.key(workspace);
        String path = "/admin/v1/keys/" + key.id();
        admin.patch(
                path,
                "{\"name\":\"Renamed\",\"reason\":\"typing error\"}",
                "X-Keyledger-Actor",
                "user:42",
                "X-Request-Id",
                "request-7");

        JsonNode renamed = Admin.json(admin.get(path + "/history")).at("/items/1");

        assertThat(renamed.get("event").stringValue()).isEqualTo("apikey.renamed");
        assertThat(renamed.get("actor").stringValue()).isEqualTo("key:key_00000000000000000001");
        assertThat(renamed.get("onBehalfOf").stringValue()).isEqualTo("user:42");
        assertThat(renamed.get("from").stringValue()).isEqualTo("127.0.0.1");
        assertThat(renamed.get("why").stringValue()).isEqualTo("typing error");
        assertThat(renamed.get("correlationId").stringValue()).isEqualTo("request-7");
        assertThat(renamed.get("what").stringValue()).isNotBlank();
        assertThat(renamed.at("/changes/0/before").stringValue()).isEqualTo("Reporting sync");
        assertThat(renamed.at("/changes/0/after").stringValue()).isEqualTo("Renamed");
    }

    /** Checklist KL-13. */
    @Test
    void aListComesInPagesOfBoundedSize() throws IOException {
        String owner = admin.workspace("enterprise");
        String keys = "/admin/v1/workspaces/" + owner + "/keys";
        for (int i = 0; i < 3; i++) {
            admin.key(owner);
        }

        JsonNode first = Admin.json(admin.get(keys + "?limit=2"));
        JsonNode last =
                Admin.json(admin.get(keys + "?limit=2&cursor=" + first.get("next").stringValue()));

        assertThat(first.get("items")).hasSize(2);
        assertThat(last.get("items")).hasSize(1);
        assertThat(last.get("next").isNull()).isTrue();
        assertThat(admin.get(keys + "?limit=1000000000").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"0\"            | 200",
                "*                | 200",
                "\"9\", \"0\"     | 200",
                "\"1\"            | 412",
                "\"1\", \"2\"     | 412",
                "W/\"0\"          | 412",
                "\"another\"      | 412"
            })
    void ifMatchChangesOneOfTheVersionsThatItNames(String tags, int status) throws IOException {
        IssuedKey key = admin.key(workspace);

        assertThat(
                        admin.patch(
                                        "/admin/v1/keys/" + key.id(),
                                        "{\"name\":\"Matched\"}",
                                        "If-Match",
                                        tags)
                                .statusCode())
                .isEqualTo(status);
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
        assertThat(admin.get("/docs").headers().firstValue("Location").orElseThrow())
                .endsWith("/swagger-ui/index.html");
        assertThat(admin.get("/swagger-ui/index.html").body()).contains("Swagger UI");
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

    /** Checklist SE-01: in no form that is easily turned back. */
    @Test
    @Order(Integer.MAX_VALUE)
    void noSecretStandsInTheDatabaseFilesOrTheLog() throws IOException {
        admin.post(
                "/admin/v1/keys/" + admin.key(workspace).id() + "/revoke",
                "{\"reason\":\"flush\"}");
        List<String> secrets = List.copyOf(admin.secrets());
        assertThat(secrets).hasSizeGreaterThan(5);
        assertThat(secrets).noneMatch(secret -> server.log().contains(secret));

        List<String> forms =
                Stream.concat(secrets.stream(), Stream.of(server.operatorKey(), pepper()))
                        .flatMap(ServiceIT::forms)
                        .toList();
        try (Stream<Path> files = Files.walk(folder.resolve("data/postgres"))) {
            files.filter(Files::isRegularFile).forEach(file -> assertHoldsNone(file, forms));
        }
    }

    private static String pepper() throws IOException {
        return Files.readString(folder.resolve("data/pepper")).strip();
    }

    private static Stream<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.US_ASCII);
        return Stream.of(
                secret,
                new StringBuilder(secret).reverse().toString(),
                HexFormat.of().formatHex(bytes),
                Base64.getEncoder().withoutPadding().encodeToString(bytes));
    }

    private static void assertHoldsNone(Path file, List<String> forms) {
        try {
            String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertThat(forms.stream().filter(bytes::contains)).as(file.toString()).isEmpty();
        } catch (IOException e) {
            // A file that the database removed or renamed meanwhile.
            assertThat(file).doesNotExist();
        }
    }

    private static String code(HttpResponse<String> response) {
        return Admin.json(response).get("code").stringValue();
    }
}
