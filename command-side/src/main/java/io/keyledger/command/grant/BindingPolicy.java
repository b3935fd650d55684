package io.keyledger.command.grant;

import static io.keyledger.api.oauthapp.ClientType.PUBLIC;
import static io.keyledger.api.rejection.RejectionReason.BOUND_KEY_MISMATCH;

import io.keyledger.api.grant.AccessTokenRecord;
import io.keyledger.api.oauthapp.ClientType;
import io.keyledger.command.policy.Rejection;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is bound to a key is exchanged only by whoever proves to have it (RFC 9449). */
final class BindingPolicy {

    private BindingPolicy() {}

    /**
     * A code may be bound to a key from the start (§10).
     *
     * @param boundKey of the code; null when any will do
     */
    static Optional<Rejection> codeFits(@Nullable String boundKey, AccessTokenRecord successor) {
        return boundKey == null ? Optional.empty() : same(boundKey, successor);
    }

    /**
     * The refresh token of a public app is bound to the key of its access token. A confidential one
     * has a secret that binds it, and may change its key (§5).
     *
     * @param newest of the access tokens; null when there is none yet
     */
    static Optional<Rejection> refreshFits(
            ClientType type, @Nullable AccessTokenRecord newest, AccessTokenRecord successor) {
        if (type != PUBLIC || newest == null || newest.boundKey() == null) {
            return Optional.empty();
        }
        return same(newest.boundKey(), successor);
    }

    /** Who is given a token again can use it. */
    static Optional<Rejection> same(@Nullable String boundKey, AccessTokenRecord successor) {
        boolean other = !Objects.equals(boundKey, successor.boundKey());
        return Rejection.when(other, BOUND_KEY_MISMATCH);
    }
}
