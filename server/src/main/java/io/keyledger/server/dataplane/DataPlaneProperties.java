package io.keyledger.server.dataplane;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data plane listens and how much it takes on.
 *
 * @param address the local address; other machines reach it only when this is not loopback
 * @param port 0 for any that is free
 * @param eventLoops threads that answer; 0 for half the processors, at most 4
 * @param maxConnections that are open at a time; further ones get 503
 * @param requestTimeout from the first byte of a request to its last, and as long again until it is
 *     answered
 * @param idleTimeout until a connection that asks nothing is closed
 * @param shutdownGrace that requests under way have when the server stops
 */
@ConfigurationProperties("keyledger.data-plane")
public record DataPlaneProperties(
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("8081") int port,
        @DefaultValue("0") int eventLoops,
        @DefaultValue("10000") int maxConnections,
        @DefaultValue("10s") Duration requestTimeout,
        @DefaultValue("60s") Duration idleTimeout,
        @DefaultValue("5s") Duration shutdownGrace,
        @DefaultValue ForwardAuthProperties forwardAuth) {

    private static final int MOST_LOOPS_BY_DEFAULT = 4;

    /** The threads that answer, at least one. */
    int loops() {
        int half = Runtime.getRuntime().availableProcessors() / 2;
        return eventLoops > 0 ? eventLoops : Math.clamp(half, 1, MOST_LOOPS_BY_DEFAULT);
    }

    /**
     * Who may ask about forwarded requests.
     *
     * @param callers any of {@code loopback}, address blocks such as {@code 10.1.0.0/16}, and
     *     {@code key}: a Keyledger key with the scope verify, in the header X-Keyledger-Caller
     * @param failuresPerMinute of requests from one place without a credential that is accepted;
     *     further ones get 429; 0 for any number
     */
    public record ForwardAuthProperties(
            @DefaultValue("loopback") List<String> callers,
            @DefaultValue("600") int failuresPerMinute) {

        public ForwardAuthProperties {
            callers = List.copyOf(callers);
        }
    }
}
