package io.keyledger.api.grant;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger knows of an access token: enough to make the same one again for a client whose
 * answer was lost, given the secret that the client presents.
 *
 * @param tokenId the token's {@code jti} (RFC 9068 §2.2)
 * @param scopes what the token may do; at most what its grant allows
 * @param issuedAt to the second, as the token says it
 * @param expiresAt the first instant at which it is refused
 * @param boundKey the thumbprint (RFC 7638) of the key that a proof must come with (RFC 9449 §6);
 *     null for a plain bearer token
 */
public record AccessTokenRecord(
        TokenDigest token,
        String tokenId,
        List<String> scopes,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable String boundKey) {

    public AccessTokenRecord {
        scopes = List.copyOf(scopes);
    }
}
