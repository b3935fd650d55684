package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyledger.testing.PostgresForTests;
import io.keyledger.testing.TestDatabase;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Secrets that can be seen again, and what is left of them in database, files and log. */
class RevealIT {

    private static final String ONE_KEY = "WTdoA8xV0WQ4y3Jz0fZl9m1qk5uP7cR2sT6vB8nH4eM=";
    private static final String OTHER_KEY = "K+tP5G0natzHdbEk49zdpJ6LrsvgYfKO+dU0Vf9oGNc=";

    @TempDir static Path folder;

    private static TestDatabase database;
    private static JdbcClient sql;
    private static RunningServer server;
    private static Admin admin;
    private static String workspace;

    @BeforeAll
    static void start() throws IOException {
        database = PostgresForTests.emptyDatabase();
        sql = JdbcClient.create(database.owner());
        server = node("one", "--keyledger.reveal.keys[0].key=" + ONE_KEY);
        admin = new Admin(server);
        workspace = workspace("hubhus", "standard");
    }

    private static RunningServer node(String name, String... more) throws IOException {
        List<String> arguments = new ArrayList<>();
        arguments.add("--spring.datasource.url=" + database.url());
        arguments.add("--spring.datasource.username=" + database.username());
        arguments.add("--spring.datasource.password=" + database.password());
        arguments.add("--keyledger.peppers[0].id=p1");
        arguments.add("--keyledger.peppers[0].key=" + ONE_KEY);
        arguments.add("--keyledger.retirement.interval=PT1S");
        arguments.addAll(List.of(more));
        return RunningServer.start(
                Files.createDirectories(folder.resolve(name)), arguments.toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        server.close();
        database.close();
    }

    @Test
    void aLiveSecretIsShownAgainAndTheHistorySaysToWhomAndWhy() throws IOException {
        Key key = key();

        HttpResponse<String> shown =
                admin.post(path(key) + "/reveal", "{\"reason\":\"the customer asked\"}");

        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(secrets(shown)).containsExactly(key.secret());
        JsonNode last = last(history(key));
        assertThat(last.get("event").stringValue()).isEqualTo("apikey.secret-revealed");
        assertThat(last.get("what").stringValue())
                .isEqualTo("Shown again in plain text: secret 1.");
        assertThat(last.get("actor").stringValue()).startsWith("key:");
        assertThat(last.get("why").stringValue()).isEqualTo("the customer asked");
    }

    @Test
    void eachRevealIsAnEventAndNoneIsKeptForASecondAnswer() throws IOException {
        Key key = key();
        long known = count("idempotent_call");

        for (int i = 0; i < 2; i++) {
            assertThat(
                            admin.post(path(key) + "/reveal", "{}", "Idempotency-Key", "\"again\"")
                                    .statusCode())
                    .isEqualTo(200);
        }

        assertThat(reveals(key)).isEqualTo(2);
        assertThat(count("idempotent_call")).isEqualTo(known);
    }

    @Test
    void duringTheGraceBothSecretsAreShown() throws IOException {
        Key key = key();
        String second = rotate(key, "PT1H");

        HttpResponse<String> shown = reveal(key);

        assertThat(secrets(shown)).containsExactly(key.secret(), second);
        JsonNode both = Admin.json(shown).get("secrets");
        assertThat(Instant.parse(both.get(0).get("validUntil").stringValue()))
                .isAfter(Instant.now());
        assertThat(both.get(1).get("validUntil").isNull()).isTrue();
    }

    @Test
    void aSecretIsErasedWhenItsGraceIsRetired() throws IOException {
        Key key = key();
        String second = rotate(key, "PT2S");
        assertThat(kept(key)).containsExactly(1, 2);

        await().atMost(Duration.ofSeconds(30)).until(() -> kept(key).equals(List.of(2)));

        assertThat(secrets(reveal(key))).containsExactly(second);
    }

    @Test
    void aRevokedSecretIsErasedAndTheOtherStays() throws IOException {
        Key key = key();
        rotate(key, "PT1H");
        admin.post(path(key) + "/revoke", "{\"secret\":2}");

        assertThat(kept(key)).containsExactly(1);
        assertThat(secrets(reveal(key))).containsExactly(key.secret());
    }

    @Test
    void aRevokedKeyHasNothingLeftToShow() throws IOException {
        Key key = key();
        rotate(key, "PT1H");
        admin.post(path(key) + "/revoke", "{}");

        assertThat(kept(key)).isEmpty();
        assertRefused(reveal(key), 409, "KEY_REVOKED");
        assertThat(reveals(key)).isZero();
    }

    @Test
    void anExpiredKeyIsNotShown() throws IOException {
        Key key = key();
        Instant expiry = Instant.now().plusSeconds(2);
        admin.patch(path(key), "{\"expiresAt\":\"%s\"}".formatted(expiry));

        await().atMost(Duration.ofSeconds(20)).until(() -> Instant.now().isAfter(expiry));

        assertRefused(reveal(key), 409, "KEY_EXPIRED");
    }

    @Test
    void aHubThatShowsSecretsOnceKeepsNoneAndSaysSo() throws IOException {
        Key key = issued(workspace("hubnity", "enterprise"), "read:members");

        assertThat(kept(key)).isEmpty();
        assertRefused(reveal(key), 409, "SECRETS_SHOWN_ONCE");
    }

    @Test
    void aKeyThatIsNotThereIsNotFound() throws IOException {
        for (String id : List.of("key_00000000000000000009", "nonsense")) {
            assertRefused(admin.post("/admin/v1/keys/" + id + "/reveal", "{}"), 404, "KEY_UNKNOWN");
        }
    }

    @Test
    void whoeverMayWriteKeysMayNotThereforeSeeThem() throws IOException {
        Key key = key();
        JsonNode writer =
                Admin.json(
                        admin.post(
                                "/admin/v1/workspaces/ws_00000000000operators/keys",
                                "{\"name\":\"Writer\",\"scopes\":[\"keys:write\"]}"));

        HttpResponse<String> refused =
                admin.as(writer.get("secret").stringValue(), "POST", path(key) + "/reveal", "{}");

        assertRefused(refused, 403, "SCOPE_INSUFFICIENT");
        assertThat(reveals(key)).isZero();
    }

    @Test
    void aCopyThatWasPutIntoAnotherRowIsNotShown() throws IOException {
        Key mine = key();
        Key theirs = key();
        sql.sql(
                        """
                        update sealed_secret set ciphertext =
                            (select ciphertext from sealed_secret where credential_id = ?)
                        where credential_id = ?
                        """)
                .params(theirs.id(), mine.id())
                .update();

        HttpResponse<String> refused = reveal(mine);

        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(refused.body()).doesNotContain(theirs.secret());
        assertThat(reveals(mine)).isZero();
    }

    @Test
    void withoutItsCopyNoKeyIsIssued() throws IOException {
        assertNothingIsIssuedWhile("sealed_secret");
    }

    @Test
    void withoutItsKeyNoCopyIsLeft() throws IOException {
        assertNothingIsIssuedWhile("credential");
    }

    private static void assertNothingIsIssuedWhile(String tableThatRefuses) throws IOException {
        long events = count("ledger_event");
        long copies = count("sealed_secret");
        sql.sql(
                        "alter table %s add constraint shut check (false) not valid"
                                .formatted(tableThatRefuses))
                .update();
        HttpResponse<String> failed;
        try {
            failed = issue(workspace, "read");
        } finally {
            sql.sql("alter table %s drop constraint shut".formatted(tableThatRefuses)).update();
        }

        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(count("ledger_event")).isEqualTo(events);
        assertThat(count("sealed_secret")).isEqualTo(copies);
    }

    @Test
    void aRefusedCommandLeavesNoCopy() throws IOException {
        long copies = count("sealed_secret");

        assertRefused(issue(workspace, "admin"), 422, "SCOPE_UNKNOWN");

        assertThat(count("sealed_secret")).isEqualTo(copies);
    }

    @Test
    void aLostRevealKeyStopsRevealingAndNothingElse() throws IOException {
        Key key = key();
        Files.createDirectories(folder.resolve("two/data"));
        Files.copy(
                folder.resolve("one/data/operator-key"), folder.resolve("two/data/operator-key"));

        try (RunningServer stranger = node("two", "--keyledger.reveal.keys[0].key=" + OTHER_KEY)) {
            Admin there = new Admin(stranger);
            assertRefused(there.post(path(key) + "/reveal", "{}"), 503, "REVEAL_KEY_MISSING");
            assertThat(there.verify("hubhus", key.secret())).isEqualTo("VALID");
            assertThat(stranger.log()).contains("reveal keys that this node does not have");
        }
        try (RunningServer keyless = node("two")) {
            Admin there = new Admin(keyless);
            assertRefused(there.post(path(key) + "/reveal", "{}"), 503, "REVEAL_KEY_MISSING");
            assertRefused(there.post(path(key) + "/rotate", "{}"), 503, "REVEAL_KEY_MISSING");
            assertThat(there.verify("hubhus", key.secret())).isEqualTo("VALID");
            assertThat(keyless.log()).contains("No reveal key is configured", "openssl rand");
        }
        assertThat(reveals(key)).isZero();
        assertThat(secrets(reveal(key))).containsExactly(key.secret());
    }

    @Test
    void neitherSecretNorCopyStandsInTheLedgerOrTheLog() throws IOException {
        Key key = key();
        reveal(key);
        byte[] copy =
                sql.sql("select ciphertext from sealed_secret where credential_id = ?")
                        .param(key.id())
                        .query(byte[].class)
                        .single();
        List<String> forms =
                List.of(
                        Base64.getEncoder().encodeToString(copy),
                        HexFormat.of().formatHex(copy),
                        new String(copy, StandardCharsets.ISO_8859_1));

        assertThat(server.log()).doesNotContain(key.secret()).doesNotContain(forms);
        assertThat(ledger()).contains(key.id()).doesNotContain(key.secret()).doesNotContain(forms);
    }

    private static String ledger() {
        return String.join(
                "\n",
                sql.sql("select payload || meta_data from ledger_event")
                        .query(String.class)
                        .list());
    }

    private static String workspace(String hub, String plan) throws IOException {
        return Admin.json(
                        admin.post(
                                "/admin/v1/hubs/" + hub + "/workspaces",
                                "{\"name\":\"Acme\",\"plan\":\"%s\"}".formatted(plan)))
                .get("id")
                .stringValue();
    }

    private static Key key() throws IOException {
        return issued(workspace, "read");
    }

    private static Key issued(String workspace, String scope) throws IOException {
        HttpResponse<String> answer = issue(workspace, scope);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode issued = Admin.json(answer);
        return new Key(issued.get("id").stringValue(), issued.get("secret").stringValue());
    }

    private static HttpResponse<String> issue(String workspace, String scope) throws IOException {
        return admin.post(
                "/admin/v1/workspaces/" + workspace + "/keys",
                "{\"name\":\"Shop\",\"scopes\":[\"%s\"]}".formatted(scope));
    }

    private static String rotate(Key key, String grace) throws IOException {
        HttpResponse<String> rotated =
                admin.post(path(key) + "/rotate", "{\"gracePeriod\":\"%s\"}".formatted(grace));
        assertThat(rotated.statusCode()).as(rotated.body()).isEqualTo(201);
        return Admin.json(rotated).get("secret").stringValue();
    }

    private static HttpResponse<String> reveal(Key key) throws IOException {
        return admin.post(path(key) + "/reveal", "{}");
    }

    private static List<String> secrets(HttpResponse<String> shown) {
        return Admin.json(shown)
                .get("secrets")
                .valueStream()
                .map(it -> it.get("secret").stringValue())
                .toList();
    }

    private static JsonNode history(Key key) throws IOException {
        return Admin.json(admin.get(path(key) + "/history")).get("items");
    }

    private static JsonNode last(JsonNode items) {
        return items.get(items.size() - 1);
    }

    private static long reveals(Key key) throws IOException {
        return history(key)
                .valueStream()
                .filter(it -> it.get("event").stringValue().equals("apikey.secret-revealed"))
                .count();
    }

    private static List<Integer> kept(Key key) {
        return sql.sql(
                        "select generation from sealed_secret where credential_id = ? order by generation")
                .param(key.id())
                .query((row, _) -> row.getInt(1))
                .list();
    }

    private static long count(String table) {
        return sql.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Admin.json(answer).get("code").stringValue()).isEqualTo(code);
    }

    private static String path(Key key) {
        return "/admin/v1/keys/" + key.id();
    }

    /** A key, and the secret that it was issued with. */
    record Key(String id, String secret) {

        @Override
        public String toString() {
            return id;
        }
    }
}
