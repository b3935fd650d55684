package io.keyledger.server.oauth.par;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.PushedAuthorizationSuccessResponse;
import io.keyledger.server.oauth.client.AuthenticatedClient;
import io.keyledger.server.oauth.dpop.RequestProofs;
import io.keyledger.server.oauth.endpoint.AppCall;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.oauth.message.OAuthAnswer;
import io.keyledger.server.oauth.message.OAuthRefusal;
import io.keyledger.server.oauth.message.OAuthRequest;
import io.keyledger.server.throttle.Throttle;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The endpoint that takes authorization requests ahead (RFC 9126 §2). */
final class PushCall implements AppCall {

    private static final String BOUND_KEY = "dpop_jkt";

    private final PushedRequests requests;
    private final AuthorizationRequestCheck check;
    private final RequestProofs proofs;
    private final Throttle pushes;

    /**
     * @param pushes counts them per app and address: each is kept for a minute
     */
    PushCall(
            PushedRequests requests,
            AuthorizationRequestCheck check,
            RequestProofs proofs,
            Throttle pushes) {
        this.requests = requests;
        this.check = check;
        this.proofs = proofs;
        this.pushes = pushes;
    }

    @Override
    public OAuthAnswer answer(OAuthHub hub, AuthenticatedClient client, OAuthRequest request) {
        pushes.count(client.id() + " " + request.source())
                .ifPresent(wait -> {
                    throw OAuthRefusal.tooMany(wait, "Too many requests were pushed.");
                });
        Map<String, String> parameters = parameters(hub, client, request);
        check.check(hub, client.app(), parameters);
        URI handle = URI.create(requests.push(client.id(), parameters));
        return OAuthAnswer.of(
                201,
                new PushedAuthorizationSuccessResponse(handle, PushedRequests.LIFETIME.toSeconds())
                        .toJSONObject());
    }

    private Map<String, String> parameters(
            OAuthHub hub, AuthenticatedClient client, OAuthRequest request) {
        Map<String, String> parameters = new HashMap<>(request.form().all());
        if (parameters.containsKey("request_uri")) {
            throw invalid("A pushed request cannot refer to another.");
        }
        parameters.remove("client_secret");
        parameters.put("client_id", client.id().value());
        String provenKey = proofs.provenKey(hub.url(hub.parPath()), request);
        if (provenKey != null && !provenKey.equals(parameters.getOrDefault(BOUND_KEY, provenKey))) {
            throw invalid("The DPoP proof is of another key than dpop_jkt.");
        }
        if (provenKey != null) {
            parameters.put(BOUND_KEY, provenKey);
        }
        return parameters;
    }

    private static OAuthRefusal invalid(String description) {
        return OAuthRefusal.of(OAuth2Error.INVALID_REQUEST, description);
    }
}
