package io.keyledger.server.oauth.token;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import io.keyledger.api.grant.AccessTokenRecord;
import io.keyledger.api.grant.TokenDigest;
import io.keyledger.api.hub.OAuthRules.AccessTokenFormat;
import io.keyledger.command.minting.MintedToken;
import io.keyledger.server.oauth.digest.TokenDigests;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.oauth.keys.SigningKey;
import io.keyledger.server.oauth.keys.SigningKeys;
import io.keyledger.server.oauth.message.OAuthRefusal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes access tokens, in the format that the hub's profile asks for. */
final class AccessTokens {

    private final SigningKeys keys;
    private final TokenDigests digests;
    private final Clock clock;

    AccessTokens(SigningKeys keys, TokenDigests digests, Clock clock) {
        this.keys = keys;
        this.digests = digests;
        this.clock = clock;
    }

    /**
     * A new access token.
     *
     * @param opaque what it is, where access tokens are no JWTs
     * @param tokenId its {@code jti}
     * @param boundKey the thumbprint of the key that it is bound to; null when to none
     */
    MadeAccessToken make(
            OAuthHub hub,
            TokenBearer bearer,
            MintedToken opaque,
            String tokenId,
            List<String> scopes,
            @Nullable String boundKey) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        AccessClaims claims =
                new AccessClaims(tokenId, scopes, now, bearer.end(now, hub.rules()), boundKey);
        return isJwt(hub)
                ? made(signed(claims.of(hub, bearer)), claims)
                : new MadeAccessToken(opaque.plaintext(), record(opaque.digest(), claims));
    }

    /**
     * The access token of an earlier exchange, made again.
     *
     * @return nothing when it cannot be: a key or the profile has changed since
     */
    Optional<MadeAccessToken> again(
            OAuthHub hub, TokenBearer bearer, MintedToken opaque, AccessTokenRecord known) {
        JWTClaimsSet claims =
                new AccessClaims(
                                known.tokenId(),
                                known.scopes(),
                                known.issuedAt(),
                                known.expiresAt(),
                                known.boundKey())
                        .of(hub, bearer);
        return Stream.concat(
                        Stream.of(opaque.plaintext()),
                        keys.all().stream().map(key -> key.sign(claims)))
                .filter(token -> digests.isKnownAs(known.token(), token))
                .findFirst()
                .map(token -> new MadeAccessToken(token, known));
    }

    private static boolean isJwt(OAuthHub hub) {
        return hub.rules().accessTokenFormat() == AccessTokenFormat.JWT;
    }

    private String signed(JWTClaimsSet claims) {
        SigningKey key = keys.current().orElseThrow(OAuthRefusal::unavailable);
        return key.sign(claims);
    }

    private MadeAccessToken made(String jwt, AccessClaims claims) {
        TokenDigest digest =
                digests.of(jwt)
                        .orElseThrow(() ->
                                OAuthRefusal.of(
                                        OAuth2Error.INVALID_SCOPE,
                                        "Too many scopes for one access token."));
        return new MadeAccessToken(jwt, record(digest, claims));
    }

    private static AccessTokenRecord record(TokenDigest digest, AccessClaims claims) {
        return new AccessTokenRecord(
                digest,
                claims.tokenId(),
                claims.scopes(),
                claims.issuedAt(),
                claims.expiresAt(),
                claims.boundKey());
    }
}
