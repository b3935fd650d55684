package io.keyledger.server.oauth.token;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.oauth.message.OAuthRefusal;
import io.keyledger.server.oauth.message.OAuthRequest;
import java.util.Arrays;
import java.util.List;

/** The {@code scope} of a token request (RFC 6749 §3.3): some of what there is, or all. */
final class RequestedScopes {

    private RequestedScopes() {}

    /**
     * What the request asks for of these scopes; all of them when it asks for none.
     *
     * @throws OAuthRefusal when it asks for another
     */
    static List<String> of(OAuthRequest request, OAuthHub hub, List<String> available) {
        List<String> scopes =
                request.form().find("scope").map(scope -> meant(scope, hub)).orElse(available);
        if (scopes.isEmpty() || !available.containsAll(scopes)) {
            throw invalid();
        }
        return scopes;
    }

    private static List<String> meant(String scope, OAuthHub hub) {
        return Arrays.stream(scope.split(" "))
                .filter(name -> !name.isEmpty())
                .map(name -> hub.spelling().meant(name).orElseThrow(RequestedScopes::invalid))
                .distinct()
                .toList();
    }

    private static OAuthRefusal invalid() {
        return OAuthRefusal.of(
                OAuth2Error.INVALID_SCOPE,
                "Ask for scopes that the app has and that were granted.");
    }
}
