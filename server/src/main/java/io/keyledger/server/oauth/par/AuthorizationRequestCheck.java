package io.keyledger.server.oauth.par;

import io.keyledger.query.oauth.OAuthAppStanding;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.oauth.message.OAuthRefusal;
import java.util.Map;

/** What the authorization endpoint checks of a request before it asks anybody. */
@FunctionalInterface
public interface AuthorizationRequestCheck {

    /**
     * Checks a request that is pushed.
     *
     * @param parameters each of them once, and none of them empty
     * @throws OAuthRefusal when the authorization endpoint would refuse it
     */
    void check(OAuthHub hub, OAuthAppStanding app, Map<String, String> parameters);
}
