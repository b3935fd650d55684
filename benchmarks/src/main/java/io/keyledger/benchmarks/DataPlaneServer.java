package io.keyledger.benchmarks;

import io.keyledger.command.profile.BundledHubProfiles;
import io.keyledger.query.verification.ReplicaFeed;
import io.keyledger.server.dataplane.DataPlane;
import io.keyledger.server.dataplane.DataPlaneProperties;
import io.keyledger.server.dataplane.DataPlaneProperties.ForwardAuthProperties;
import io.keyledger.server.dataplane.TokenSupport;
import io.keyledger.server.hubs.Hubs;
import io.keyledger.server.oauth.dpop.DPoPProofs;
import io.keyledger.verdict.profile.CompiledProfile;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The data plane with seeded keys, for load from outside. */
final class DataPlaneServer {

    private DataPlaneServer() {}

    /**
     * Starts the data plane.
     *
     * @param args the port, how many keys, and the file that their plaintexts go to, one a line:
     *     first that of the caller; and whether each key has a {@code limited} or an {@code
     *     unlimited} budget
     */
    public static void main(String[] args) throws IOException {
        SeededNode node = seeded(args[3], Integer.parseInt(args[1]));
        DataPlane dataPlane =
                new DataPlane(
                        properties(Integer.parseInt(args[0])),
                        node.verifier(),
                        new Bundled(),
                        ReplicaFeed.none(),
                        tokens(),
                        () -> node.health().check().problems(),
                        node.usage(),
                        new SimpleMeterRegistry());
        dataPlane.start();
        // Written last: whoever waits for it may begin.
        Path keys = Path.of(args[2]);
        Path unfinished = keys.resolveSibling(keys.getFileName() + ".part");
        Files.write(unfinished, List.of(node.callerToken()));
        Files.write(unfinished, node.tokens(), StandardOpenOption.APPEND);
        Files.move(unfinished, keys);
    }

    private static SeededNode seeded(String budgets, int keys) {
        return switch (budgets) {
            case "limited" -> SeededNode.limited(keys);
            case "unlimited" -> SeededNode.unlimited(keys);
            default -> throw new IllegalArgumentException("limited or unlimited: " + budgets);
        };
    }

    /** Only keys are measured. */
    private static TokenSupport tokens() {
        Clock clock = Clock.systemUTC();
        return new TokenSupport(
                new DPoPProofs(clock, (_, _) -> true),
                (_, _) -> CompletableFuture.completedFuture(true),
                _ -> null);
    }

    private static DataPlaneProperties properties(int port) {
        return new DataPlaneProperties(
                "127.0.0.1",
                port,
                1,
                1_000,
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                Duration.ofSeconds(1),
                new ForwardAuthProperties(List.of("loopback"), 0));
    }

    /** The hubs that come with Keyledger, by id only. */
    private record Bundled(Map<String, CompiledProfile> profiles) implements Hubs {

        Bundled() {
            this(
                    BundledHubProfiles.all().stream()
                            .map(profile -> CompiledProfile.compile(profile, 1, 1))
                            .collect(Collectors.toMap(CompiledProfile::hub, Function.identity())));
        }

        @Override
        public @Nullable CompiledProfile withId(String hub) {
            return profiles.get(hub);
        }

        @Override
        public @Nullable CompiledProfile atHost(String host) {
            return null;
        }

        @Override
        public @Nullable CompiledProfile atPath(String path) {
            return null;
        }
    }
}
