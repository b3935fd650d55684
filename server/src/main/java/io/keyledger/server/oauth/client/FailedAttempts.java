package io.keyledger.server.oauth.client;

import io.keyledger.server.throttle.Throttle;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Counts failed attempts to pass for a client: for each client at each address, and for each
 * address.
 */
final class FailedAttempts {

    static final int OF_CLIENT_AT_ADDRESS = 20;
    static final int AT_ADDRESS = 200;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Throttle ofClients;
    private final Throttle ofAddresses;

    FailedAttempts(Clock clock) {
        this.ofClients = new Throttle(OF_CLIENT_AT_ADDRESS, WINDOW, clock);
        this.ofAddresses = new Throttle(AT_ADDRESS, WINDOW, clock);
    }

    /** Counts one more; how long there are too many, or nothing while there are few. */
    Optional<Duration> count(String client, String address) {
        return Stream.of(ofClients.count(new Attempt(client, address)), ofAddresses.count(address))
                .flatMap(Optional::stream)
                .max(Duration::compareTo);
    }

    private record Attempt(String client, String address) {}
}
