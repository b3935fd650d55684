package io.keyledger.query.inventory;

import java.time.Instant;

/** How a key stands. */
public enum KeyStatus {
    ACTIVE,
    /** Active, and the secret before the current one is accepted too, until its grace is over. */
    ROTATING,
    EXPIRED,
    REVOKED;

    /** How a key stands at an instant. */
    public static KeyStatus of(KeyView key, Instant now) {
        if (key.revokedAt() != null) {
            return REVOKED;
        }
        Instant expiresAt = key.expiresAt();
        if (expiresAt != null && !now.isBefore(expiresAt)) {
            return EXPIRED;
        }
        return key.livePrevious(now) == null ? ACTIVE : ROTATING;
    }
}
