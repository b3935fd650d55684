package io.keyledger.command.apikey;

import static io.keyledger.api.rejection.RejectionReason.EXPIRY_PAST;
import static io.keyledger.api.rejection.RejectionReason.EXPIRY_TOO_FAR;

import io.keyledger.command.policy.Rejection;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A key ends at a moment that is still to come and that somebody may live to see, or never. */
final class ExpiryPolicy {

    private static final int MOST_YEARS = 100;

    private ExpiryPolicy() {}

    static Optional<Rejection> acceptable(@Nullable Instant expiresAt, Instant now) {
        if (expiresAt == null) {
            return Optional.empty();
        }
        if (!expiresAt.isAfter(now)) {
            return Optional.of(Rejection.of(EXPIRY_PAST, "expiresAt", expiresAt));
        }
        return Rejection.when(
                expiresAt.isAfter(latest(now)), EXPIRY_TOO_FAR, "expiresAt", expiresAt);
    }

    /**
     * The expiry as it is kept. A verdict compares milliseconds; what is finer is cut off, so that
     * a key never lives longer than was asked for.
     */
    static @Nullable Instant kept(@Nullable Instant expiresAt) {
        return expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MILLIS);
    }

    private static Instant latest(Instant now) {
        return now.atOffset(ZoneOffset.UTC).plusYears(MOST_YEARS).toInstant();
    }
}
