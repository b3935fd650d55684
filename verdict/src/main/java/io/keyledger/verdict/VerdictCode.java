package io.keyledger.verdict;

import io.keyledger.api.hub.Refusal;
import org.jspecify.annotations.Nullable;

/** Every verdict there is. The names are part of the API. */
public enum VerdictCode {
    VALID(null),
    NOT_FOUND(Refusal.INVALID),
    EXPIRED(Refusal.EXPIRED),
    REVOKED(Refusal.INVALID),
    /** The token is bound to a key that the request has not proven, or it has proven another. */
    PROOF_INVALID(Refusal.INVALID),
    SUSPENDED(Refusal.SUSPENDED),
    FORBIDDEN_PLAN(Refusal.NOT_ENTITLED),
    FORBIDDEN_ADDRESS(Refusal.FORBIDDEN_ADDRESS),
    ROUTE_UNKNOWN(Refusal.ROUTE_UNKNOWN),
    INSUFFICIENT_SCOPE(Refusal.INSUFFICIENT_SCOPE),
    RATE_LIMITED(Refusal.RATE_LIMITED);

    private final @Nullable Refusal refusal;

    VerdictCode(@Nullable Refusal refusal) {
        this.refusal = refusal;
    }

    /** How the client is told; null for {@link #VALID}. */
    public @Nullable Refusal refusal() {
        return refusal;
    }
}
