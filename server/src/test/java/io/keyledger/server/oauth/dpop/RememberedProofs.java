package io.keyledger.server.oauth.dpop;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The proofs that were seen, for tests without a database. */
public final class RememberedProofs implements UsedProofs {

    private final ConcurrentMap<String, Instant> used = new ConcurrentHashMap<>();
    private final Clock clock;

    public RememberedProofs(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean use(String proof, Instant until) {
        return used.putIfAbsent(proof, until) == null && clock.instant().isBefore(until);
    }
}
