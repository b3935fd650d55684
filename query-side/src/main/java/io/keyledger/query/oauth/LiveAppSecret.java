package io.keyledger.query.oauth;

import io.keyledger.api.token.Digest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A secret that an app may authenticate with.
 *
 * @param validUntil when a rotation ends it; null for the current one
 */
public record LiveAppSecret(int generation, Digest digest, @Nullable Instant validUntil) {}
