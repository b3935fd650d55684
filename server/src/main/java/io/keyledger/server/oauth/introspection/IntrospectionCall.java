package io.keyledger.server.oauth.introspection;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import io.keyledger.query.oauth.IssuedToken;
import io.keyledger.server.oauth.client.AuthenticatedClient;
import io.keyledger.server.oauth.endpoint.AppCall;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.oauth.message.OAuthAnswer;
import io.keyledger.server.oauth.message.OAuthRefusal;
import io.keyledger.server.oauth.message.OAuthRequest;
import io.keyledger.server.throttle.Throttle;
import java.util.Optional;

/**
 * The introspection endpoint (RFC 7662), for the app's own access tokens. Everything else, such as
 * another's token or a refresh token, is not active, and nothing more is said of it.
 */
final class IntrospectionCall implements AppCall {

    private final LiveTokens tokens;
    private final Throttle misses;

    /**
     * @param misses counts what is asked in vain, per app: nobody may fish for tokens
     */
    IntrospectionCall(LiveTokens tokens, Throttle misses) {
        this.tokens = tokens;
        this.misses = misses;
    }

    @Override
    public OAuthAnswer answer(OAuthHub hub, AuthenticatedClient client, OAuthRequest request) {
        if (client.isPublic()) {
            throw OAuthRefusal.of(
                    OAuth2Error.INVALID_CLIENT, "Whoever introspects has to authenticate.");
        }
        String token = request.form().required("token");
        Optional<IssuedToken> live = tokens.find(token, hub, client);
        if (live.isEmpty()) {
            missed(client);
        }
        return OAuthAnswer.of(
                200,
                live.map(known -> Introspected.of(known, hub))
                        .orElseGet(IntrospectionCall::inactive)
                        .toJSONObject());
    }

    private void missed(AuthenticatedClient client) {
        misses.count(client.id())
                .ifPresent(wait -> {
                    throw OAuthRefusal.tooMany(wait, "Too many tokens that are not active.");
                });
    }

    private static TokenIntrospectionSuccessResponse inactive() {
        return new TokenIntrospectionSuccessResponse.Builder(false).build();
    }
}
