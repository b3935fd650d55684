package io.keyledger.command.grant;

import static io.keyledger.api.rejection.RejectionReason.SCOPE_MISSING;
import static io.keyledger.api.rejection.RejectionReason.SCOPE_NOT_GRANTED;
import static io.keyledger.api.rejection.RejectionReason.TOKEN_LIFETIME_INVALID;
import static io.keyledger.api.rejection.RejectionReason.TOKEN_UNKNOWN;

import io.keyledger.api.grant.AccessTokenRecord;
import io.keyledger.command.policy.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An access token may do at most what was granted, for at most as long as the hub says. */
final class AccessTokenPolicy {

    private AccessTokenPolicy() {}

    static Optional<Rejection> granted(List<String> scopes, List<String> most) {
        if (scopes.isEmpty()) {
            return Optional.of(Rejection.of(SCOPE_MISSING, "scopes", null));
        }
        return scopes.stream()
                .filter(scope -> !most.contains(scope))
                .findFirst()
                .map(scope -> Rejection.of(SCOPE_NOT_GRANTED, "scopes", scope));
    }

    /**
     * Whether a token has begun, ends, and does so in time.
     *
     * @param lifetime that the hub has now
     */
    static Optional<Rejection> livesAtMost(
            Duration lifetime, AccessTokenRecord token, Instant now) {
        Duration wanted = Duration.between(token.issuedAt(), token.expiresAt());
        boolean refused =
                token.issuedAt().isAfter(now)
                        || !wanted.isPositive()
                        || wanted.compareTo(lifetime) > 0;
        return Rejection.when(refused, TOKEN_LIFETIME_INVALID, "expiresAt", token.expiresAt());
    }

    static Optional<Rejection> endsBy(Instant end, AccessTokenRecord token) {
        boolean refused = token.expiresAt().isAfter(end);
        return Rejection.when(refused, TOKEN_LIFETIME_INVALID, "expiresAt", token.expiresAt());
    }

    static Optional<Rejection> known(Tokens tokens, int generation) {
        boolean unknown = !tokens.hasKnown(generation);
        return Rejection.when(unknown, TOKEN_UNKNOWN, "token", generation);
    }
}
