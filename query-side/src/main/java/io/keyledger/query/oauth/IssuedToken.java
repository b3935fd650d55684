package io.keyledger.query.oauth;

import io.keyledger.api.token.Digest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An access token.
 *
 * @param digest under which it is known
 * @param generation of the exchange that issued it
 * @param scopes what it may do now: as granted, less what its app has lost since
 * @param boundKey the thumbprint of the DPoP key that it is bound to; null when to none
 * @param revoked whether it, or its grant, has ended before its time
 */
public record IssuedToken(
        GrantStanding grant,
        Digest digest,
        int generation,
        List<String> scopes,
        @Nullable String boundKey,
        Instant issuedAt,
        Instant expiresAt,
        boolean revoked) {

    public IssuedToken {
        scopes = List.copyOf(scopes);
    }
}
