package io.keyledger.server.oauth.endpoint;

import io.keyledger.server.oauth.client.AuthenticatedClient;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.oauth.message.OAuthAnswer;
import io.keyledger.server.oauth.message.OAuthRefusal;
import io.keyledger.server.oauth.message.OAuthRequest;

/** What an app can ask for once it is known. */
@FunctionalInterface
public interface AppCall {

    /**
     * Does it.
     *
     * @throws OAuthRefusal when it cannot be done
     */
    OAuthAnswer answer(OAuthHub hub, AuthenticatedClient client, OAuthRequest request);
}
