package io.keyledger.command.apikey;

import static io.keyledger.api.rejection.RejectionReason.KEY_EXPIRED;
import static io.keyledger.api.rejection.RejectionReason.KEY_REVOKED;

import io.keyledger.command.policy.Rejection;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Revocation is for good. Expiry is not: a later expiry, or none, brings the key back. */
final class LifecyclePolicy {

    private LifecyclePolicy() {}

    static Optional<Rejection> notRevoked(boolean revoked) {
        return Rejection.when(revoked, KEY_REVOKED);
    }

    static Optional<Rejection> notExpired(@Nullable Instant expiresAt, Instant now) {
        return Rejection.when(expiresAt != null && !now.isBefore(expiresAt), KEY_EXPIRED);
    }
}
