package io.keyledger.server.oauth.token;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import io.keyledger.api.grant.AccessTokenRecord;
import io.keyledger.server.oauth.message.OAuthAnswer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an exchange has brought.
 *
 * @param refreshToken null when there is none
 */
record Tokens(MadeAccessToken access, @Nullable String refreshToken) {

    /** The answer of RFC 6749 §5.1, at this instant. */
    OAuthAnswer answer(Instant now) {
        return OAuthAnswer.of(
                200,
                new AccessTokenResponse(
                                new com.nimbusds.oauth2.sdk.token.Tokens(
                                        accessToken(now),
                                        refreshToken == null
                                                ? null
                                                : new RefreshToken(refreshToken)))
                        .toJSONObject());
    }

    private AccessToken accessToken(Instant now) {
        AccessTokenRecord known = access.record();
        // The token says whole seconds: what is left of the current one does not count.
        long seconds = Duration.between(now, known.expiresAt()).plusNanos(999_999_999).toSeconds();
        Scope scope = Scope.parse(known.scopes());
        return known.boundKey() == null
                ? new BearerAccessToken(access.plaintext(), seconds, scope)
                : new DPoPAccessToken(access.plaintext(), seconds, scope);
    }

    /** Leaves the refresh token out. */
    @Override
    public String toString() {
        return "Tokens[" + access + "]";
    }
}
