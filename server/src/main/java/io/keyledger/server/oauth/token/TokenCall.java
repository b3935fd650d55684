package io.keyledger.server.oauth.token;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import io.keyledger.server.oauth.client.AuthenticatedClient;
import io.keyledger.server.oauth.dpop.RequestProofs;
import io.keyledger.server.oauth.endpoint.AppCall;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.oauth.message.OAuthAnswer;
import io.keyledger.server.oauth.message.OAuthRefusal;
import io.keyledger.server.oauth.message.OAuthRequest;
import java.time.Clock;
import java.util.Map;

/** The token endpoint (RFC 6749 §3.2). */
final class TokenCall implements AppCall {

    private final Map<String, TokenGrant> grants;
    private final RequestProofs proofs;
    private final Clock clock;

    /**
     * @param grants by {@code grant_type}
     */
    TokenCall(Map<String, TokenGrant> grants, RequestProofs proofs, Clock clock) {
        this.grants = Map.copyOf(grants);
        this.proofs = proofs;
        this.clock = clock;
    }

    @Override
    public OAuthAnswer answer(OAuthHub hub, AuthenticatedClient client, OAuthRequest request) {
        TokenGrant grant = grants.get(request.form().required("grant_type"));
        if (grant == null) {
            throw OAuthRefusal.of(
                    OAuth2Error.UNSUPPORTED_GRANT_TYPE,
                    "The grant types are authorization_code, refresh_token and"
                            + " client_credentials.");
        }
        return grant.exchange(
                        hub, client, request, proofs.provenKey(hub.url(hub.tokenPath()), request))
                .answer(clock.instant());
    }
}
