package io.keyledger.resourceserver.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.CredentialKind;
import io.keyledger.verdict.Decision;
import io.keyledger.verdict.Delegation;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.VerdictCode;
import io.keyledger.verdict.VerificationRequest;
import io.keyledger.verdict.WorkspaceStanding;
import io.keyledger.verdict.access.AddressBlocks;
import io.keyledger.verdict.profile.CompiledProfile;
import io.keyledger.verdict.ratelimit.BudgetState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers like a data plane, by the same decision, about credentials that it knows by heart. */
public final class StubDataPlane implements AutoCloseable {

    public static final String KEY = "klg_service";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final Map<String, Credential> credentials = new ConcurrentHashMap<>();
    private final Map<String, String> hubs = new ConcurrentHashMap<>();
    private final Map<String, String> filters = new ConcurrentHashMap<>();
    private final Map<String, CompiledProfile> profiles = new ConcurrentHashMap<>();
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger budget = new AtomicInteger(100);
    private final List<String> announced = new ArrayList<>();
    private final AtomicInteger factsAsked = new AtomicInteger();
    private String epoch = "run-1";
    private long applied;
    private volatile long trustMillis = 2_000;
    private volatile Runnable duringFacts = () -> {};
    private final Set<Integer> connections = ConcurrentHashMap.newKeySet();
    private volatile int forcedStatus;
    private volatile @Nullable VerdictCode forcedCode;
    private volatile long delayMillis;

    private StubDataPlane(HttpServer server) {
        this.server = server;
    }

    public static StubDataPlane start() {
        return startAt(0);
    }

    public static StubDataPlane startAt(int port) {
        try {
            HttpServer http =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            StubDataPlane stub = new StubDataPlane(http);
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            http.createContext("/v1/verify", stub::verify);
            http.createContext("/v1/hubs/", stub::hub);
            http.createContext("/v1/replica/changes", stub::changes);
            http.createContext("/v1/replica/facts", stub::facts);
            http.start();
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    public void publish(CompiledProfile profile) {
        profiles.put(profile.hub(), profile);
    }

    /** A key of a hub; its token is its id. */
    public void know(String token, String hub, String... scopes) {
        hubs.put(token, hub);
        credentials.put(
                token,
                new Credential(
                        "key_" + token,
                        CredentialKind.API_KEY,
                        "ws_" + hub,
                        1,
                        Set.of(scopes),
                        Credential.FOREVER,
                        false,
                        AddressBlocks.ANYWHERE,
                        7));
    }

    /**
     * An access token that an app holds for a person.
     *
     * @param boundKey the key that it is bound to, which is also what proves it; null for none
     */
    public void knowToken(String token, String hub, @Nullable String boundKey, String... scopes) {
        hubs.put(token, hub);
        credentials.put(
                token,
                new Credential(
                        "grt_" + token,
                        CredentialKind.ACCESS_TOKEN,
                        "ws_" + hub,
                        1,
                        Set.of(scopes),
                        Credential.FOREVER,
                        false,
                        AddressBlocks.ANYWHERE,
                        null,
                        new Delegation("app_1", "acc_1", boundKey, 1_000),
                        7));
    }

    public void filter(String token, String filter) {
        filters.put(token, filter);
    }

    public void leaveBudget(int tokens) {
        budget.set(tokens);
    }

    public int budgetLeft() {
        return budget.get();
    }

    /** From now on every answer is this, until 0. */
    public void force(int status) {
        forcedStatus = status;
    }

    /** From now on every verdict is this, until null. */
    public void force(@Nullable VerdictCode code) {
        forcedCode = code;
    }

    /** How many connections verdicts were asked for over. */
    public int connections() {
        return connections.size();
    }

    public void delay(long millis) {
        delayMillis = millis;
    }

    /** What was asked, oldest first. */
    public List<JsonNode> asked() {
        return new ArrayList<>(asked);
    }

    private void verify(HttpExchange exchange) throws IOException {
        JsonNode question = JSON.readTree(exchange.getRequestBody().readAllBytes());
        asked.add(question);
        connections.add(exchange.getRemoteAddress().getPort());
        pause();
        if (forcedStatus != 0 || !isCalledByTheService(exchange)) {
            answer(exchange, forcedStatus == 0 ? 401 : forcedStatus, "{}");
            return;
        }
        String token = question.get("token").stringValue();
        answer(exchange, 200, JSON.writeValueAsString(json(token, decide(token, question))));
    }

    private void pause() {
        try {
            Thread.sleep(delayMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Verdict decide(String token, JsonNode question) {
        List<String> scopes = new ArrayList<>();
        question.get("scopes").forEach(it -> scopes.add(it.stringValue()));
        String hub = hubs.get(token);
        return Decision.decide(
                credentials.get(token),
                hub == null ? null : new WorkspaceStanding("ws_" + hub, hub, "paid", false, 5),
                hub == null ? null : profiles.get(hub),
                new VerificationRequest(
                        question.get("hub").stringValue(),
                        question.get("method").stringValue(null),
                        question.get("path").stringValue(null),
                        scopes,
                        question.get("cost").intValue(),
                        question.get("address").stringValue(),
                        question.path("dpop").stringValue(null)),
                System.currentTimeMillis(),
                (subject, limits, cost) -> spend(cost));
    }

    private BudgetState spend(long cost) {
        int left = budget.getAndUpdate(it -> (int) Math.max(0, it - cost));
        boolean admitted = left >= cost;
        return new BudgetState(
                admitted, 100, budget.get(), admitted ? 0 : 3_000_000_000L, 7_000_000_000L);
    }

    private ObjectNode json(String token, Verdict verdict) {
        VerdictCode forced = forcedCode;
        ObjectNode json =
                JSON.createObjectNode()
                        .put("code", (forced == null ? verdict.code() : forced).name());
        Credential credential = verdict.credential();
        WorkspaceStanding standing = verdict.standing();
        CompiledProfile profile = verdict.profile();
        if (credential == null || standing == null) {
            return json;
        }
        json.put("credential", credential.id())
                .put("kind", credential.kind().label())
                .put("generation", credential.generation())
                .put("workspace", credential.workspace())
                .put("hub", standing.hub())
                .put("plan", standing.plan())
                .put("position", credential.position());
        credential.scopes().forEach(json.putArray("scopes")::add);
        Delegation delegation = credential.delegation();
        if (delegation != null) {
            json.put("client", delegation.app()).put("subject", delegation.account());
        }
        String filter = filters.get(token);
        if (filter != null) {
            json.set("filter", JSON.readTree(filter));
        }
        if (profile != null) {
            json.put("profileVersion", profile.version());
        }
        if (verdict.missingScope() != null) {
            json.put("missingScope", verdict.missingScope());
        }
        return withBudget(json, verdict.budget());
    }

    private static ObjectNode withBudget(ObjectNode json, @Nullable BudgetState budget) {
        if (budget != null) {
            ObjectNode limit =
                    json.putObject("rateLimit")
                            .put("limit", budget.limit())
                            .put("remaining", budget.remaining())
                            .put("resetSeconds", budget.resetSeconds());
            if (!budget.admitted()) {
                limit.put("retryAfterSeconds", budget.retryAfterSeconds());
            }
        }
        return json;
    }

    /** Announces a change to replicas. */
    public synchronized void announce(String change) {
        announced.add(change);
        notifyAll();
    }

    /** Revokes a key, and announces it. */
    public void revoke(String token) {
        Credential was = Objects.requireNonNull(credentials.get(token));
        credentials.put(
                token,
                new Credential(
                        was.id(),
                        was.kind(),
                        was.workspace(),
                        was.generation(),
                        was.scopes(),
                        was.validUntil(),
                        true,
                        was.addresses(),
                        was.filter(),
                        was.delegation(),
                        was.position() + 1));
        announce("credential handle-" + token);
    }

    /** Lends no trust to replicas from now on, or does again. */
    public void lendTrust(long millis) {
        trustMillis = millis;
    }

    /** Forgets what was announced, as another run of a node does. */
    public synchronized void startAnotherRun() {
        epoch = "run-" + System.nanoTime();
        announced.clear();
        notifyAll();
    }

    /** Runs between the reading of facts and their answer. */
    public void whileAnsweringFacts(Runnable task) {
        duringFacts = task;
    }

    /** The highest number that a replica has said to have applied in this run. */
    public synchronized long applied() {
        return applied;
    }

    public synchronized long announced() {
        return announced.size();
    }

    public int factsAsked() {
        return factsAsked.get();
    }

    private void changes(HttpExchange exchange) throws IOException {
        JsonNode question = JSON.readTree(exchange.getRequestBody().readAllBytes());
        if (forcedStatus != 0) {
            answer(exchange, forcedStatus, "{}");
            return;
        }
        answer(exchange, 200, JSON.writeValueAsString(batch(question)));
    }

    private synchronized ObjectNode batch(JsonNode question) {
        boolean known = question.get("epoch").stringValue().equals(epoch);
        long since = question.get("since").longValue();
        applied = known ? Math.max(applied, since) : 0;
        if (known && since == announced.size()) {
            waitForNews(since);
        }
        boolean still = question.get("epoch").stringValue().equals(epoch);
        ObjectNode batch =
                JSON.createObjectNode()
                        .put("epoch", epoch)
                        .put("to", announced.size())
                        .put("trustMillis", trustMillis)
                        .put("at", System.currentTimeMillis());
        List<String> behind =
                still ? announced.subList((int) since, announced.size()) : List.of("all");
        behind.forEach(batch.putArray("changes")::add);
        return batch;
    }

    private void waitForNews(long since) {
        long deadline = System.nanoTime() + 100_000_000;
        try {
            while (since == announced.size() && System.nanoTime() - deadline < 0) {
                wait(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void facts(HttpExchange exchange) throws IOException {
        JsonNode question = JSON.readTree(exchange.getRequestBody().readAllBytes());
        factsAsked.incrementAndGet();
        if (forcedStatus != 0) {
            answer(exchange, forcedStatus, "{}");
            return;
        }
        String body = JSON.writeValueAsString(told(question));
        duringFacts.run();
        answer(exchange, 200, body);
    }

    private ObjectNode told(JsonNode question) {
        String token = question.get("token").stringValue();
        Credential credential = credentials.get(token);
        String hub = hubs.get(token);
        if (credential == null || !question.get("hub").stringValue().equals(hub)) {
            return JSON.createObjectNode().put("known", false);
        }
        CompiledProfile profile = Objects.requireNonNull(profiles.get(hub));
        ObjectNode told =
                JSON.createObjectNode().put("known", true).put("handle", "handle-" + token);
        told.putObject("credential")
                .put("id", credential.id())
                .put("kind", credential.kind().label())
                .put("workspace", credential.workspace())
                .put("generation", credential.generation())
                .put("validUntil", credential.validUntil())
                .put("revoked", credential.revoked())
                .put("position", credential.position())
                .putNull("filter")
                .putPOJO("delegation", credential.delegation())
                .set("scopes", JSON.valueToTree(credential.scopes()));
        ((ObjectNode) told.get("credential")).putArray("allowedCidrs");
        told.putObject("standing")
                .put("workspace", "ws_" + hub)
                .put("hub", hub)
                .put("plan", "paid")
                .put("suspended", false)
                .put("position", 5);
        told.put("profileVersion", profile.version()).put("profilePosition", profile.position());
        told.set("profile", JSON.valueToTree(profile.source()));
        return told;
    }

    private void hub(HttpExchange exchange) throws IOException {
        CompiledProfile profile =
                profiles.get(exchange.getRequestURI().getPath().substring("/v1/hubs/".length()));
        if (profile == null || forcedStatus != 0 || !isCalledByTheService(exchange)) {
            answer(exchange, forcedStatus == 0 ? 404 : forcedStatus, "{}");
            return;
        }
        ObjectNode json =
                JSON.createObjectNode()
                        .put("hub", profile.hub())
                        .put("version", profile.version())
                        .put("position", profile.position())
                        .set("profile", JSON.valueToTree(profile.source()));
        answer(exchange, 200, JSON.writeValueAsString(json));
    }

    private static boolean isCalledByTheService(HttpExchange exchange) {
        return ("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Cannot be reached from now on. */
    public void disappear() {
        server.stop(0);
    }

    @Override
    public void close() {
        disappear();
    }
}
