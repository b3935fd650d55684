package io.keyledger.server.oauth.client;

import io.keyledger.api.ledger.Origin;
import io.keyledger.api.oauthapp.ClientType;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.query.oauth.GrantStanding;
import io.keyledger.query.oauth.OAuthAppStanding;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.oauth.message.OAuthRequest;

/**
 * The app that asks: a confidential one that has shown its secret, or a public one, which nobody
 * has proven to be.
 */
public record AuthenticatedClient(OAuthAppStanding app) {

    public OAuthAppId id() {
        return app.app();
    }

    public boolean isPublic() {
        return app.type() == ClientType.PUBLIC;
    }

    /** Whether a grant was given to it, at this hub. */
    public boolean owns(OAuthHub hub, GrantStanding grant) {
        return grant.app().equals(id()) && grant.hub().equals(hub.id());
    }

    /** The origin of what its request changes. */
    public Origin origin(OAuthRequest request) {
        return new Origin("app:" + id(), null, request.source(), request.correlationId(), null);
    }
}
