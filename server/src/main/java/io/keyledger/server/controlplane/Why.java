package io.keyledger.server.controlplane;

import org.jspecify.annotations.Nullable;

/**
 * What a call without a body says: two calls with one {@code Idempotency-Key} are the same call
 * when they say the same.
 */
public record Why(@Nullable String reason) {}
