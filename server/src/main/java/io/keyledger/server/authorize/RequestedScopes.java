package io.keyledger.server.authorize;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import io.keyledger.server.oauth.hub.OAuthHub;
import java.util.List;

/** The scopes of an authorization request. */
final class RequestedScopes {

    private RequestedScopes() {}

    /** As the catalogue spells them, each once; one that the hub does not have stays as it is. */
    static List<String> of(AuthorizationRequest request, OAuthHub hub) {
        return request.getScope() == null
                ? List.of()
                : request.getScope().toStringList().stream()
                        .map(scope -> hub.spelling().meant(scope).orElse(scope))
                        .distinct()
                        .toList();
    }
}
