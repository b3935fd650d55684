package io.keyledger.server.oauth.dpop;

import java.time.Instant;

/** Remembers the proofs that were used, for as long as they could be used again. */
public interface UsedProofs {

    /**
     * Marks a proof as used.
     *
     * @param proof names it: the key's thumbprint and the proof's {@code jti}
     * @param until the first instant at which the proof is too old anyway
     * @return whether it was not used before
     */
    boolean use(String proof, Instant until);
}
