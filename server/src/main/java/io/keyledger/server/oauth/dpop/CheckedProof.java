package io.keyledger.server.oauth.dpop;

import java.time.Instant;

/**
 * A proof that fits its request.
 *
 * @param name tells it from all others: the key's thumbprint and the proof's {@code jti}
 * @param until the first instant at which it is too old anyway
 */
public record CheckedProof(ProvenKey key, String name, Instant until) {}
