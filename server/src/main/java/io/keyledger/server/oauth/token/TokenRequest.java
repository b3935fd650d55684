package io.keyledger.server.oauth.token;

import io.keyledger.query.oauth.GrantStanding;
import io.keyledger.server.oauth.client.AuthenticatedClient;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.oauth.message.OAuthRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request to exchange something that was given out before.
 *
 * @param secret the code or refresh token that is presented
 * @param grant that it belongs to
 * @param provenKey the thumbprint of the DPoP key that was proven; null when none was
 */
record TokenRequest(
        OAuthHub hub,
        AuthenticatedClient client,
        OAuthRequest message,
        String secret,
        GrantStanding grant,
        @Nullable String provenKey) {

    String prefix() {
        return hub.profile().keys().prefix();
    }

    TokenBearer bearer() {
        return TokenBearer.of(grant);
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "TokenRequest[" + grant.grant() + "]";
    }
}
