package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.Admin.IssuedKey;
import io.keyledger.server.system.HubPeople.App;
import io.keyledger.server.system.Wire.Fault;
import io.keyledger.testing.PostgresForTests;
import io.keyledger.testing.TestDatabase;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one PostgreSQL, of which one stands still, dies, or loses its connections. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodeFaultsIT {

    private static final int SEED = 20_261_125;

    /** “ledger” in ASCII: whoever holds it keeps everybody from appending. */
    private static final String APPEND_LOCK = "x'6c6564676572'::bigint";

    /** Of the 16 connections for changes; projections hold one or two of them for moments. */
    private static final int STUCK = 12;

    @TempDir static Path folder;

    private static TestDatabase database;
    private static Wire wire;
    private static RunningServer one;
    private static RunningServer other;
    private static Admin here;
    private static Admin there;
    private static String workspace;
    private static App app;

    /** The first node reaches the database over a wire that can be cut. */
    @BeforeAll
    static void start() throws IOException {
        database = PostgresForTests.emptyDatabase();
        wire = Wire.to(database.url().replace("jdbc:postgresql", "tcp"));
        one = node("one", database.url().replaceFirst(":\\d+/", ":" + wire.port() + "/"));
        Files.createDirectories(folder.resolve("other/data"));
        Files.copy(
                folder.resolve("one/data/operator-key"), folder.resolve("other/data/operator-key"));
        other = node("other", database.url());
        here = new Admin(one);
        there = new Admin(other);
        workspace = here.workspace("enterprise");
        app =
                new HubPeople(other, "hubnity")
                        .app(
                                workspace,
                                "confidential",
                                List.of("https://app.example.com/callback"),
                                List.of("read:members"));
    }

    private static RunningServer node(String name, String url) throws IOException {
        return RunningServer.start(
                Files.createDirectories(folder.resolve(name)),
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password(),
                "--keyledger.database.statement-timeout=3s",
                "--keyledger.peppers[0].id=p1",
                "--keyledger.peppers[0].key=K+tP5G0natzHdbEk49zdpJ6LrsvgYfKO+dU0Vf9oGNffjB7uR16CZytbeUwPA2Vh");
    }

    @AfterAll
    static void stop() throws IOException {
        other.close();
        one.close();
        wire.close();
        database.close();
    }

    /** It wakes with a cache that was true when it stood still, and with questions at its door. */
    @Test
    @Order(1)
    void aNodeThatStoodStillAcceptsNothingThatWasRevokedMeanwhile() throws Exception {
        for (int pause = 0; pause < 3; pause++) {
            IssuedKey key = here.key(workspace);
            assertThat(there.verify(key.secret())).isEqualTo("VALID");
            List<Future<HttpResponse<String>>> answers;
            try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
                other.pause();
                assertThat(outcomes(here.revoke(key)))
                        .containsExactly("confirmed", "lease_expired");
                answers = submitted(clients, key);
                Thread.sleep(200);
                other.resume();
            }

            for (Future<HttpResponse<String>> answer : answers) {
                assertThat(answer.get().body()).containsAnyOf("\"REVOKED\"", "\"UNAVAILABLE\"");
            }
            Awaitility.await().until(() -> there.verify(key.secret()).equals("REVOKED"));
        }
    }

    private static List<Future<HttpResponse<String>>> submitted(
            ExecutorService clients, IssuedKey key) {
        Callable<HttpResponse<String>> question =
                () -> there.asked("{\"token\":\"" + key.secret() + "\"}");
        return IntStream.range(0, 20).mapToObj(_ -> clients.submit(question)).toList();
    }

    /** Nobody knows whether a commit was made whose answer got lost. Sending it again finds out. */
    @Test
    @Order(2)
    void whateverGetsLostACallThatIsSentAgainHasOneEffect() throws Exception {
        Random random = new Random(SEED);
        String lossy = here.workspace("enterprise");
        AtomicBoolean calm = new AtomicBoolean();
        List<Future<Set<Integer>>> callers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 24; i++) {
                String call = "lossy-" + i;
                callers.add(threads.submit(() -> issueUntilAnswered(lossy, call, calm)));
            }
            for (int cut = 0; cut < 12; cut++) {
                Thread.sleep(20 + random.nextInt(180));
                wire.fails(Fault.DOWN);
                wire.fails(Fault.NONE);
            }
            calm.set(true);
        }

        Set<Integer> told = new HashSet<>();
        for (Future<Set<Integer>> caller : callers) {
            told.addAll(caller.get());
        }
        assertThat(told).contains(201).isSubsetOf(Set.of(201, 409, 503));
        assertThat(Admin.json(there.get("/admin/v1/workspaces/" + lossy + "/keys")).get("items"))
                .hasSize(24);
    }

    /** The statuses that it was answered with, the last of them 201. */
    private static Set<Integer> issueUntilAnswered(String lossy, String call, AtomicBoolean calm)
            throws Exception {
        Set<Integer> told = new HashSet<>();
        long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        int status = 0;
        while (status != 201 && System.nanoTime() < deadline) {
            status =
                    here.post(
                                    "/admin/v1/workspaces/" + lossy + "/keys",
                                    "{\"name\":\"%s\",\"scopes\":[\"read:members\"]}"
                                            .formatted(call),
                                    "Idempotency-Key",
                                    call)
                            .statusCode();
            told.add(status);
            Thread.sleep(calm.get() ? 500 : 50);
        }
        return told;
    }

    /**
     * Checklist DS-05: the connections of those who change things are not those of verdicts. And
     * RV-05: a revocation that cannot be persisted is not answered as one.
     */
    @Test
    @Order(3)
    void whenWritersAreStuckVerdictsGoOn() throws Exception {
        String token = accessToken();
        List<IssuedKey> neverAskedFor = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            neverAskedFor.add(here.key(workspace));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection hog = database.owner().getConnection();
                Statement statement = hog.createStatement()) {
            statement.execute("select pg_advisory_lock(" + APPEND_LOCK + ")");
            List<Future<Integer>> writers =
                    IntStream.range(0, 40)
                            .mapToObj(_ -> threads.submit(() -> issue().statusCode()))
                            .toList();
            awaitStuck(statement, STUCK);

            assertThat(revoking(token).statusCode()).isEqualTo(503);
            for (IssuedKey key : neverAskedFor) {
                assertThat(there.verify(key.secret())).isEqualTo("VALID");
            }

            for (Future<Integer> writer : writers) {
                assertThat(writer.get()).isEqualTo(503);
            }
        }
        assertThat(issue().statusCode()).isEqualTo(201);
        assertThat(there.verify(token)).isEqualTo("VALID");
        assertThat(revoking(token).statusCode()).isEqualTo(200);
        assertThat(there.verify(token)).isEqualTo("REVOKED");
    }

    private static String accessToken() throws IOException {
        return Admin.json(
                        asApp(
                                "token",
                                Map.of(
                                        "grant_type",
                                        "client_credentials",
                                        "scope",
                                        "read:members")))
                .get("access_token")
                .stringValue();
    }

    private static HttpResponse<String> revoking(String token) throws IOException {
        return asApp("revoke", Map.of("token", token));
    }

    private static HttpResponse<String> asApp(String endpoint, Map<String, String> parameters)
            throws IOException {
        Map<String, String> form = new HashMap<>(parameters);
        form.put("client_id", app.id());
        form.put("client_secret", app.secret());
        return Visitor.anywhere()
                .post(other.controlPlane() + "/hubnity/v1/oauth/" + endpoint, form);
    }

    private static HttpResponse<String> issue() throws IOException {
        return there.post(
                "/admin/v1/workspaces/" + workspace + "/keys",
                "{\"name\":\"Stuck\",\"scopes\":[\"read:members\"]}");
    }

    private static void awaitStuck(Statement statement, int connections) {
        Awaitility.await()
                .until(() -> {
                    try (var waiting =
                            statement.executeQuery(
                                    "select count(*) from pg_locks"
                                            + " where locktype = 'advisory' and not granted")) {
                        waiting.next();
                        return waiting.getInt(1) >= connections;
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    @Test
    @Order(4)
    void aNodeThatDiedHoldsUpNobodyLongerThanItsLease() throws IOException {
        IssuedKey first = here.key(workspace);
        IssuedKey second = here.key(workspace);
        other.kill();

        HttpResponse<String> revoked = here.revoke(first);

        assertThat(outcomes(revoked)).containsExactly("confirmed", "lease_expired");
        assertThat(waited(revoked)).isLessThan(2_500);
        assertThat(waited(here.revoke(second))).isLessThan(500);
        assertThat(here.verify(first.secret())).isEqualTo("REVOKED");
    }

    private static double waited(HttpResponse<String> changed) {
        return Admin.json(changed).at("/receipt/waitedMillis").asDouble();
    }

    /** Of all nodes, in no order: they are named after the machine. */
    private static List<String> outcomes(HttpResponse<String> changed) {
        return Admin.json(changed)
                .at("/receipt/nodes")
                .valueStream()
                .map(node -> node.get("outcome").asString())
                .sorted()
                .toList();
    }
}
