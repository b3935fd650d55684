package io.keyledger.server.authorize;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import io.keyledger.query.oauth.OAuthAppStanding;
import io.keyledger.server.authorize.Reading.Refused;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.oauth.message.OAuthRefusal;
import io.keyledger.server.oauth.par.AuthorizationRequestCheck;
import io.keyledger.server.page.PageProblem;
import java.util.Map;
import java.util.Objects;

/**
 * Refuses to take what this endpoint would refuse to show (RFC 9126 §2.1): the app hears of it
 * sooner.
 */
final class PushedRequestCheck implements AuthorizationRequestCheck {

    private static final int BAD_REQUEST = 400;

    @Override
    public void check(OAuthHub hub, OAuthAppStanding app, Map<String, String> parameters) {
        CarriedRequest pushed =
                new CarriedRequest(app.app(), PushedParameters.lists(parameters), null);
        if (read(hub, app, pushed) instanceof Refused refused) {
            throw OAuthRefusal.of(
                    refused.error(),
                    BAD_REQUEST,
                    Objects.requireNonNullElse(refused.error().getDescription(), ""));
        }
    }

    private static Reading read(OAuthHub hub, OAuthAppStanding app, CarriedRequest pushed) {
        try {
            return AuthorizationReader.understand(hub, app, pushed);
        } catch (PageProblem _) {
            throw OAuthRefusal.of(
                    OAuth2Error.INVALID_REQUEST,
                    "The redirect_uri is not one that the app is registered for.");
        }
    }
}
