package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Budgets in real time, over HTTP, against a hub that allows 100 a second and 200 at once
 * (checklist RL-01, RL-02, RL-03, RL-08).
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RateLimitIT {

    private static final int RATE = 100;
    private static final int BURST = 200;
    private static final double NANOS = 1e9;
    private static final long SECONDS = 8;
    private static final int CLIENTS = 16;

    private static final String HUB =
            """
            hub: metered
            title: Metered
            base-path: /metered
            keys: { prefix: mtr }
            scopes:
              read: Read
            plans:
              small: { limits: { windows: [100/second burst 200] } }
              large: { limits: { windows: [1000/second burst 2000] } }
            routes:
              - { GET: /v1/things, scope: read }
              - { GET: /v1/reports, scope: read, cost: 50 }
            """;

    @TempDir static Path folder;

    private static RunningServer server;
    private static Admin admin;

    @BeforeAll
    static void start() throws IOException {
        Path hubs = Files.createDirectories(folder.resolve("hubs"));
        Files.writeString(hubs.resolve("metered.yaml"), HUB);
        server = running();
        admin = new Admin(server);
    }

    private static RunningServer running() {
        return RunningServer.start(folder, "--keyledger.hubs-dir=" + folder.resolve("hubs"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Ten times the load for some seconds: over-admission 0 in every window, under-admission 0. */
    @Test
    void underTenTimesTheLoadExactlyBurstAndRateAreAdmitted() throws Exception {
        Client hurried = Client.of(workspace());
        Client patient = Client.of(workspace());
        Queue<Admission> admissions = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        try (ExecutorService pool = Executors.newFixedThreadPool(CLIENTS + 1)) {
            List<Future<Long>> asked = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                asked.add(pool.submit(() -> hurry(hurried, start, admissions)));
            }
            Future<Integer> refused = pool.submit(() -> keepTo99Percent(patient, start));

            long load = 0;
            for (Future<Long> of : asked) {
                load += of.get(1, TimeUnit.MINUTES);
            }
            assertThat(load).as("the load").isGreaterThan(5L * RATE * SECONDS);
            assertThat(refused.get()).as("429 at 99 % of the rate").isZero();
        }

        List<Admission> all = new ArrayList<>(admissions);
        assertThat(overAdmitted(all)).as("over-admitted").isZero();
        assertThat(underAdmitted(all)).as("under-admitted").isZero();
    }

    /**
     * Ten times the fair share of this client; and at the end, as fast as it can, until nothing is
     * left: at its own pace one client alone would be admitted for ever.
     */
    private static long hurry(Client client, long start, Queue<Admission> admissions)
            throws IOException {
        long pause = (long) (NANOS * CLIENTS / (10.0 * RATE));
        long end = start + SECONDS * 1_000_000_000L;
        long asked = 0;
        boolean admitted = true;
        for (long next = start; next < end || admitted; next += pause) {
            if (next < end) {
                sleepUntil(next);
            }
            long sent = System.nanoTime();
            admitted = client.ask(1).admitted();
            asked++;
            admissions.add(new Admission(sent, System.nanoTime(), admitted));
        }
        return asked;
    }

    /** Never two requests closer than that, however late this machine lets one of them be. */
    private static int keepTo99Percent(Client client, long start) throws IOException {
        int refused = 0;
        long pause = (long) (NANOS / (0.99 * RATE));
        long sent = start;
        while (sent < start + SECONDS * NANOS) {
            sleepUntil(sent + pause);
            sent = System.nanoTime();
            refused += client.ask(1).admitted() ? 0 : 1;
        }
        return refused;
    }

    /**
     * How many more than burst + rate × time were admitted in the worst of all windows. Those that
     * were sent and answered within a window were admitted within it.
     */
    private static long overAdmitted(List<Admission> all) {
        List<Admission> admitted =
                all.stream()
                        .filter(Admission::admitted)
                        .sorted(Comparator.comparingLong(Admission::sent))
                        .toList();
        long worst = 0;
        for (int i = 0; i < admitted.size(); i++) {
            long from = admitted.get(i).sent();
            long[] answered =
                    admitted.stream().skip(i).mapToLong(Admission::answered).sorted().toArray();
            for (int k = 0; k < answered.length; k++) {
                long allowed = (long) (BURST + RATE * (answered[k] - from) / NANOS);
                worst = Math.max(worst, k + 1 - allowed);
            }
        }
        return worst;
    }

    /**
     * How many fewer than burst + rate × time were admitted, from the first answer to the last
     * question.
     */
    private static long underAdmitted(List<Admission> all) {
        long first = all.stream().mapToLong(Admission::answered).min().orElseThrow();
        long last = all.stream().mapToLong(Admission::sent).max().orElseThrow();
        long admitted = all.stream().filter(Admission::admitted).count();
        long due = (long) Math.ceil(BURST + RATE * (last - first) / NANOS - 1);
        return Math.max(0, due - admitted);
    }

    @Test
    void whoWaitsAsLongAsToldIsAlwaysAdmitted() throws Exception {
        Client client = Client.of(workspace());
        client.ask(BURST);
        for (int cost : List.of(1, 30, 99, 150)) {
            State state = client.ask(cost);
            while (state.admitted()) {
                state = client.ask(cost);
            }
            Thread.sleep(state.retryAfterSeconds() * 1_000);
            assertThat(client.ask(cost).admitted()).as("cost %d", cost).isTrue();
        }
    }

    @Test
    void aCostBeyondTheBudgetIsToldAsSuchAndSpendsNothing() throws IOException {
        Client client = Client.of(workspace());

        JsonNode answer = client.verify(BURST + 1, "");

        assertThat(answer.get("code").stringValue()).isEqualTo("RATE_LIMITED");
        assertThat(answer.at("/rateLimit/costExceedsLimit").booleanValue()).isTrue();
        assertThat(answer.at("/rateLimit").has("retryAfterSeconds")).isFalse();
        assertThat(client.ask(BURST).admitted()).isTrue();
    }

    @Test
    void askingForNothingCostsNothing() throws IOException {
        Client client = Client.of(workspace());
        for (int i = 0; i < 20; i++) {
            assertThat(client.ask(0).remaining()).isEqualTo(BURST);
        }
    }

    @Test
    void aRouteCostsWhatTheProfileSays() throws IOException {
        Client client = Client.of(workspace());

        JsonNode answer = client.verify(1, ",\"method\":\"GET\",\"path\":\"/v1/reports\"");

        assertThat(answer.at("/rateLimit/remaining").intValue()).isEqualTo(BURST - 50);
    }

    @Test
    void anotherPlanHoldsOnTheNextRequestAndWhatWasSpentStaysSpent() throws IOException {
        String workspace = workspace();
        Client client = Client.of(workspace);
        client.ask(BURST / 2);

        admin.patch("/admin/v1/workspaces/" + workspace, "{\"plan\":\"large\"}");

        State large = client.ask(0);
        assertThat(large.limit()).isEqualTo(2_000);
        assertThat(large.remaining()).isBetween(1_000L, 1_900L);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void aRestartRefillsNoMoreThanOneBurst() throws IOException {
        Client client = Client.of(workspace());
        client.ask(BURST);
        server.kill();
        server = running();
        admin = new Admin(server);

        long start = System.nanoTime();
        int admitted = 0;
        for (int i = 0; i < 2 * BURST; i++) {
            admitted += client.ask(1).admitted() ? 1 : 0;
        }

        double seconds = (System.nanoTime() - start) / NANOS;
        assertThat(admitted).isBetween(BURST, BURST + (int) Math.ceil(RATE * seconds));
    }

    private static String workspace() throws IOException {
        return Admin.json(
                        admin.post(
                                "/admin/v1/hubs/metered/workspaces",
                                "{\"name\":\"Acme\",\"plan\":\"small\"}"))
                .get("id")
                .stringValue();
    }

    private static void sleepUntil(long instant) {
        try {
            TimeUnit.NANOSECONDS.sleep(instant - System.nanoTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** One request that was asked about: when, when it was answered, and how. */
    record Admission(long sent, long answered, boolean admitted) {}

    /** Where the budget stands. */
    record State(boolean admitted, long limit, long remaining, long retryAfterSeconds) {}

    /** Whoever uses one key. */
    record Client(String secret) {

        static Client of(String workspace) throws IOException {
            return new Client(
                    Admin.json(
                                    admin.post(
                                            "/admin/v1/workspaces/" + workspace + "/keys",
                                            "{\"name\":\"Load\",\"scopes\":[\"read\"]}"))
                            .get("secret")
                            .stringValue());
        }

        State ask(int cost) throws IOException {
            JsonNode answer = verify(cost, "");
            JsonNode limit = answer.get("rateLimit");
            String code = answer.get("code").stringValue();
            assertThat(code).isIn("VALID", "RATE_LIMITED");
            return new State(
                    code.equals("VALID"),
                    limit.get("limit").longValue(),
                    limit.get("remaining").longValue(),
                    limit.path("retryAfterSeconds").asLong(0));
        }

        JsonNode verify(int cost, String more) throws IOException {
            return admin.verdict(
                    "{\"token\":\"%s\",\"hub\":\"metered\",\"cost\":%d%s}"
                            .formatted(secret, cost, more));
        }
    }
}
