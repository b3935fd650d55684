package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.Admin.IssuedKey;
import io.keyledger.testing.PostgresForTests;
import io.keyledger.testing.TestDatabase;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one external PostgreSQL. {@code -Dkeyledger.tries=100000} is the long run. */
class TwoNodesIT {

    private static final int TRIES = Integer.getInteger("keyledger.tries", 5_000);
    private static final int TRIES_PER_KEY = 100;

    @TempDir static Path folder;

    private static TestDatabase database;
    private static RunningServer one;
    private static RunningServer other;

    @BeforeAll
    static void start() throws IOException {
        database = PostgresForTests.emptyDatabase();
        one = node("one");
        Files.createDirectories(folder.resolve("other/data"));
        Files.copy(
                folder.resolve("one/data/operator-key"), folder.resolve("other/data/operator-key"));
        other = node("other");
    }

    private static RunningServer node(String name) throws IOException {
        return RunningServer.start(
                Files.createDirectories(folder.resolve(name)),
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password(),
                "--keyledger.peppers[0].id=p1",
                "--keyledger.peppers[0].key=K+tP5G0natzHdbEk49zdpJ6LrsvgYfKO+dU0Vf9oGNffjB7uR16CZytbeUwPA2Vh");
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @Test
    void afterARevocationHasAnsweredNoNodeSaysValid() throws Exception {
        Admin here = new Admin(one);
        Admin there = new Admin(other);
        String workspace = here.workspace("enterprise");
        AtomicBoolean done = new AtomicBoolean();
        Thread load = Thread.ofVirtual().start(() -> load(there, workspace, done));
        AtomicInteger stale = new AtomicInteger();

        for (int tried = 0; tried < TRIES; tried += TRIES_PER_KEY) {
            IssuedKey key = here.key(workspace);
            assertThat(there.verify(key.secret()))
                    .as("at once on the other node")
                    .isEqualTo("VALID");
            HttpResponse<String> revoked = here.revoke(key);
            assertThat(Admin.json(revoked).at("/receipt/nodes").size()).isEqualTo(2);
            for (int i = 0; i < TRIES_PER_KEY; i++) {
                Admin asked = i % 2 == 0 ? there : here;
                if (asked.verify(key.secret()).equals("VALID")) {
                    stale.incrementAndGet();
                }
            }
        }
        done.set(true);
        load.join();

        assertThat(stale).hasValue(0);
    }

    /** Checklist KL-09 and VF-14. */
    @Test
    void whatIsTakenAwayIsGoneOnBothNodesWhenTheCallReturns() throws IOException {
        Admin here = new Admin(one);
        Admin there = new Admin(other);
        for (int i = 0; i < 25; i++) {
            String workspace = here.workspace("enterprise");
            String key = "/admin/v1/keys/";
            IssuedKey cut = here.key(workspace);
            String question =
                    "{\"token\":\"%s\",\"method\":\"GET\",\"path\":\"/v1/members\"}"
                            .formatted(cut.secret());
            assertThat(code(there, question)).isEqualTo("VALID");

            here.patch(key + cut.id(), "{\"scopes\":[\"read:projects\"]}");
            assertThat(code(there, question)).isEqualTo("INSUFFICIENT_SCOPE");
            here.patch(key + cut.id(), "{\"allowedCidrs\":[\"192.0.2.0/24\"]}");
            assertThat(code(there, question)).isEqualTo("FORBIDDEN_ADDRESS");
            here.patch("/admin/v1/workspaces/" + workspace, "{\"plan\":\"team\"}");
            assertThat(code(there, question)).isEqualTo("FORBIDDEN_PLAN");
            here.post("/admin/v1/workspaces/" + workspace + "/suspend", "{}");
            assertThat(code(there, question)).isEqualTo("SUSPENDED");
        }
    }

    private static String code(Admin admin, String question) throws IOException {
        return admin.verdict(question).get("code").stringValue();
    }

    /** Checklist CC-03: the first node may be gone by then. */
    @Test
    void aCallSentAgainToTheOtherNodeIsAnsweredTheSame() throws IOException {
        String path = "/admin/v1/workspaces/" + new Admin(one).workspace("enterprise") + "/keys";
        String body = "{\"name\":\"once\",\"scopes\":[\"read:members\"]}";

        HttpResponse<String> first = new Admin(one).post(path, body, "Idempotency-Key", "again");
        HttpResponse<String> again = new Admin(other).post(path, body, "Idempotency-Key", "again");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(Admin.json(new Admin(other).get(path)).get("items")).hasSize(1);
    }

    @Test
    void aPublishedProfileHoldsOnBothNodesFromTheAnswerOn() throws IOException {
        Admin admin = new Admin(one);
        for (int version = 1; version <= 25; version++) {
            String at = "v" + version + ".moving.example";

            HttpResponse<String> published =
                    admin.postAs(
                            "application/yaml",
                            "/admin/v1/hubs/moving/profile",
                            """
                            hub: moving
                            title: Moving
                            base-path: /moving
                            hosts: [%s]
                            keys: { prefix: mov }
                            scopes: { see: See things }
                            plans: { all: {} }
                            routes: [ { GET: /v%d, scope: see } ]
                            errors: { no-credential: { text: This is version %d. } }
                            """
                                    .formatted(at, version, version));

            assertThat(published.statusCode()).as(published.body()).isIn(200, 201);
            assertThat(Admin.json(published).at("/receipt/nodes").size()).isEqualTo(2);
            for (RunningServer node : List.of(other, one)) {
                HubSurface moving = new HubSurface(node, new Admin(node), "moving", "/moving");
                assertThat(moving.forwarded("GET", "/v1").body())
                        .contains("This is version " + version + ".");
                assertThat(moving.forwarded("GET", "/v1", "X-Forwarded-Host", at).statusCode())
                        .isEqualTo(401);
                IssuedKey key = moving.keyOn("all", "see");
                assertThat(moving.asked("GET", "/v" + version, key.secret()).statusCode())
                        .isEqualTo(200);
                assertThat(moving.asked("GET", "/v" + (version - 1), key.secret()).statusCode())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void writersOfOneKeyOnTwoNodesGetSuccessOrConflictAndNothingElse() throws Exception {
        IssuedKey key = new Admin(one).key(new Admin(one).workspace("enterprise"));
        List<Integer> statuses = new ArrayList<>();
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Admin admin = new Admin(i % 2 == 0 ? one : other);
            String body = "{\"name\":\"writer " + i + "\"}";
            writers.add(Thread.ofVirtual().start(() -> patch(admin, key, body, statuses)));
        }
        for (Thread writer : writers) {
            writer.join();
        }

        assertThat(statuses).hasSize(16).allMatch(status -> status == 200 || status == 409);
        assertThat(statuses).contains(200);
    }

    private static void patch(Admin admin, IssuedKey key, String body, List<Integer> statuses) {
        try {
            int status = admin.patch("/admin/v1/keys/" + key.id(), body).statusCode();
            synchronized (statuses) {
                statuses.add(status);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void load(Admin admin, String workspace, AtomicBoolean done) {
        try {
            IssuedKey key = admin.key(workspace);
            while (!done.get()) {
                admin.verify(key.secret());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
