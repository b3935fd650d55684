package io.keyledger.command.secret;

import static io.keyledger.api.rejection.RejectionReason.GRACE_NEGATIVE;
import static io.keyledger.api.rejection.RejectionReason.GRACE_TOO_LONG;
import static io.keyledger.api.rejection.RejectionReason.ROTATION_IN_GRACE;
import static io.keyledger.api.rejection.RejectionReason.SECRET_REUSED;

import io.keyledger.api.hub.KeyRules;
import io.keyledger.api.token.Digest;
import io.keyledger.command.policy.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** No more than two secrets of a key or an app are live, and none comes back. */
public final class RotationPolicy {

    private RotationPolicy() {}

    public static Optional<Rejection> grace(Duration grace, KeyRules rules) {
        if (grace.isNegative()) {
            return Optional.of(Rejection.of(GRACE_NEGATIVE, "gracePeriod", grace));
        }
        boolean tooLong = grace.compareTo(rules.longestGrace()) > 0;
        return Rejection.when(tooLong, GRACE_TOO_LONG, "gracePeriod", grace);
    }

    /** A revoked current secret makes room: what is in grace then is the only live one. */
    public static Optional<Rejection> room(Secrets secrets, Instant now) {
        Secrets.Previous previous = secrets.previous();
        boolean inGrace = previous != null && previous.isLive(now);
        return Rejection.when(inGrace && !secrets.currentRevoked(), ROTATION_IN_GRACE);
    }

    public static Optional<Rejection> unused(Secrets secrets, Digest digest) {
        return Rejection.when(secrets.hasUsed(digest), SECRET_REUSED);
    }

    /**
     * When the grace is over; the key's own expiry ends it in any case.
     *
     * @param expiresAt null for what has no expiry of its own
     */
    public static Instant graceEnd(Instant now, Duration grace, @Nullable Instant expiresAt) {
        Instant end = now.plus(grace);
        return expiresAt != null && expiresAt.isBefore(end) ? expiresAt : end;
    }
}
