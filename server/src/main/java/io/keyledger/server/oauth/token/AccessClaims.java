package io.keyledger.server.oauth.token;

import com.nimbusds.jwt.JWTClaimsSet;
import io.keyledger.server.oauth.hub.OAuthHub;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an access token says, as a JWT does (RFC 9068 §2.2).
 *
 * @param issuedAt to the second
 * @param boundKey the thumbprint of the key that it is bound to; null when to none
 */
record AccessClaims(
        String tokenId,
        List<String> scopes,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable String boundKey) {

    /** The same claims in the same order, each time. */
    JWTClaimsSet of(OAuthHub hub, TokenBearer bearer) {
        JWTClaimsSet.Builder claims =
                new JWTClaimsSet.Builder()
                        .issuer(hub.issuer())
                        .subject(bearer.subject())
                        .audience(hub.issuer())
                        .claim("client_id", bearer.app().value())
                        .claim("workspace", bearer.workspace().value())
                        .claim("scope", String.join(" ", scopes))
                        .issueTime(Date.from(issuedAt))
                        .expirationTime(Date.from(expiresAt))
                        .jwtID(tokenId);
        if (boundKey != null) {
            claims.claim("cnf", Map.of("jkt", boundKey));
        }
        return claims.build();
    }
}
