package io.keyledger.server.oauth.dpop;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;

/**
 * The proofs that this node has seen, in bounded memory: whoever floods it with valid proofs of
 * keys of their own, each of which costs them a signature, pushes out old ones first.
 */
public final class RememberedProofs implements UsedProofs {

    private static final int MOST = 500_000;

    private final Cache<String, Instant> used =
            Caffeine.newBuilder()
                    .maximumSize(MOST)
                    .expireAfterWrite(
                            DPoPProofs.OLDEST.plus(DPoPProofs.CLOCKS_APART).plusSeconds(2))
                    .build();

    private final Clock clock;

    public RememberedProofs(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean use(String proof, Instant until) {
        Instant known = used.asMap().putIfAbsent(proof, until);
        return known == null && clock.instant().isBefore(until);
    }
}
