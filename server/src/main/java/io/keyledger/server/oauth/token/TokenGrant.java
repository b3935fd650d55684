package io.keyledger.server.oauth.token;

import io.keyledger.server.oauth.client.AuthenticatedClient;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.oauth.message.OAuthRefusal;
import io.keyledger.server.oauth.message.OAuthRequest;
import org.jspecify.annotations.Nullable;

/** One way to get tokens: a {@code grant_type}. */
@FunctionalInterface
interface TokenGrant {

    /**
     * Gives tokens.
     *
     * @param provenKey the thumbprint of the DPoP key that the request has proven; null when it has
     *     proven none
     * @throws OAuthRefusal when it does not
     */
    Tokens exchange(
            OAuthHub hub,
            AuthenticatedClient client,
            OAuthRequest request,
            @Nullable String provenKey);
}
