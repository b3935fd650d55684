package io.keyledger.server.dataplane;

import io.keyledger.command.profile.BundledHubProfiles;
import io.keyledger.query.verification.ReplicaFeed;
import io.keyledger.server.hubs.HubIndex;
import io.keyledger.server.oauth.dpop.DPoPProofs;
import io.keyledger.server.oauth.dpop.RememberedProofs;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.profile.CompiledProfile;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A data plane on a free port, with the hubs that come with Keyledger and one whose keys can be
 * filtered.
 */
final class RunningDataPlane implements AutoCloseable {

    static final String OPERATOR = "klg_operator";
    static final String HUBNITY = "hbn_valid";

    final Map<String, CompiledProfile> profiles;
    final KnownCredentials credentials;
    final ListedProofs used = new ListedProofs();
    final List<String> reasonsAgainst = new ArrayList<>();
    final List<Verdict> usage = new CopyOnWriteArrayList<>();
    final MeterRegistry meters = new SimpleMeterRegistry();
    final DataPlane server;

    private RunningDataPlane(DataPlaneProperties properties, Transport transport) {
        profiles =
                Stream.concat(BundledHubProfiles.all().stream(), Stream.of(LeadsHub.PROFILE))
                        .map(profile -> CompiledProfile.compile(profile, 1, 23))
                        .collect(Collectors.toMap(CompiledProfile::hub, Function.identity()));
        credentials = new KnownCredentials(profiles);
        credentials.addOperatorKey(OPERATOR, "verify");
        credentials.addHubnityKey(HUBNITY, "read:members");
        server =
                new DataPlane(
                        properties,
                        credentials,
                        new HubIndex(profiles.values()),
                        ReplicaFeed.none(),
                        new TokenSupport(proofs(), used, hub -> "https://issuer.example/" + hub),
                        () -> reasonsAgainst,
                        usage::add,
                        meters,
                        transport);
        server.start();
    }

    private static DPoPProofs proofs() {
        Clock clock = Clock.fixed(Instant.ofEpochMilli(KnownCredentials.NOW), ZoneOffset.UTC);
        return new DPoPProofs(clock, new RememberedProofs(clock));
    }

    static RunningDataPlane start() {
        return start(properties(100, Duration.ofSeconds(5), "loopback"));
    }

    /** One that takes so many requests that come to nothing from one place in a minute. */
    static RunningDataPlane startWithFailures(int perMinute) {
        return start(properties(100, Duration.ofSeconds(5), perMinute, "loopback"));
    }

    static RunningDataPlane start(DataPlaneProperties properties) {
        return new RunningDataPlane(properties, Transport.best());
    }

    static RunningDataPlane start(Transport transport) {
        return new RunningDataPlane(properties(100, Duration.ofSeconds(5), "loopback"), transport);
    }

    static DataPlaneProperties properties(
            int maxConnections, Duration requestTimeout, String... callers) {
        return properties(maxConnections, requestTimeout, 0, callers);
    }

    private static DataPlaneProperties properties(
            int maxConnections, Duration requestTimeout, int failuresPerMinute, String... callers) {
        return new DataPlaneProperties(
                "127.0.0.1",
                0,
                1,
                maxConnections,
                requestTimeout,
                requestTimeout.multipliedBy(3),
                Duration.ofSeconds(2),
                new DataPlaneProperties.ForwardAuthProperties(List.of(callers), failuresPerMinute));
    }

    HttpSocket connect() throws IOException {
        return new HttpSocket(server.port());
    }

    /** Sends one request on a connection of its own. */
    HttpSocket.Response send(String... lines) throws IOException {
        try (HttpSocket socket = connect()) {
            socket.send(lines);
            return socket.receive();
        }
    }

    /** Asks verify as the operator. */
    HttpSocket.Response verify(String json) throws IOException {
        return post("/v1/verify", json);
    }

    HttpSocket.Response post(String path, String json) throws IOException {
        try (HttpSocket socket = connect()) {
            socket.sendRaw(postRequest(path, json));
            return socket.receive();
        }
    }

    static String postRequest(String path, String json) {
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        return "POST "
                + path
                + " HTTP/1.1\r\nHost: k\r\nAuthorization: Bearer "
                + OPERATOR
                + "\r\nContent-Type: application/json\r\nContent-Length: "
                + length
                + "\r\n\r\n"
                + json;
    }

    @Override
    public void close() {
        server.stop();
    }
}
