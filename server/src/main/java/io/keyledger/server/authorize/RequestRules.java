package io.keyledger.server.authorize;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.Prompt;
import io.keyledger.api.oauthapp.ClientType;
import io.keyledger.query.oauth.OAuthAppStanding;
import io.keyledger.server.oauth.hub.OAuthHub;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What we demand of an authorization request beyond that it can be parsed. The first rule that is
 * broken decides the error.
 */
final class RequestRules {

    private static final Pattern SHA_256 = Pattern.compile("[A-Za-z0-9_-]{43}");

    private static final List<Rule> ALL =
            List.of(
                    RequestRules::responseType,
                    RequestRules::responseMode,
                    RequestRules::prompt,
                    RequestRules::challenge,
                    RequestRules::boundKey,
                    RequestRules::scope);

    private RequestRules() {}

    /** The error; nothing when the request is in order. */
    static Optional<ErrorObject> broken(
            AuthorizationRequest request, OAuthHub hub, OAuthAppStanding app) {
        return ALL.stream().flatMap(rule -> rule.broken(request, hub, app).stream()).findFirst();
    }

    private static Optional<ErrorObject> responseType(
            AuthorizationRequest request, OAuthHub hub, OAuthAppStanding app) {
        return request.getResponseType().equals(ResponseType.CODE)
                ? Optional.empty()
                : error(OAuth2Error.UNSUPPORTED_RESPONSE_TYPE, "The response_type is code.");
    }

    private static Optional<ErrorObject> responseMode(
            AuthorizationRequest request, OAuthHub hub, OAuthAppStanding app) {
        ResponseMode mode = request.getResponseMode();
        return mode == null || mode.equals(ResponseMode.QUERY)
                ? Optional.empty()
                : invalid("The response_mode is query.");
    }

    private static Optional<ErrorObject> prompt(
            AuthorizationRequest request, OAuthHub hub, OAuthAppStanding app) {
        Prompt prompt = request.getPrompt();
        return prompt == null || prompt.isValid()
                ? Optional.empty()
                : invalid("The prompt none goes with no other.");
    }

    /** RFC 7636, of which plain is not offered: it protects from nobody who sees the request. */
    private static Optional<ErrorObject> challenge(
            AuthorizationRequest request, OAuthHub hub, OAuthAppStanding app) {
        if (request.getCodeChallenge() == null) {
            return mayLeaveOut(hub, app)
                    ? Optional.empty()
                    : invalid("A code_challenge is needed, with the method S256.");
        }
        boolean hashed = CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod());
        return hashed && SHA_256.matcher(request.getCodeChallenge().getValue()).matches()
                ? Optional.empty()
                : invalid("The code_challenge_method is S256, and the challenge fits it.");
    }

    private static boolean mayLeaveOut(OAuthHub hub, OAuthAppStanding app) {
        return hub.rules().pkceOptionalForConfidentialClients()
                && app.type() == ClientType.CONFIDENTIAL;
    }

    private static Optional<ErrorObject> boundKey(
            AuthorizationRequest request, OAuthHub hub, OAuthAppStanding app) {
        var key = request.getDPoPJWKThumbprintConfirmation();
        return key == null || SHA_256.matcher(key.getValue().toString()).matches()
                ? Optional.empty()
                : invalid("The dpop_jkt is no SHA-256 thumbprint.");
    }

    /** No scope is granted that was not asked for, so one has to be (RFC 6749 §3.3). */
    private static Optional<ErrorObject> scope(
            AuthorizationRequest request, OAuthHub hub, OAuthAppStanding app) {
        List<String> scopes = RequestedScopes.of(request, hub);
        boolean known = scopes.stream().allMatch(it -> hub.profile().scope(it).isPresent());
        return !scopes.isEmpty() && known && app.scopes().containsAll(scopes)
                ? Optional.empty()
                : error(
                        OAuth2Error.INVALID_SCOPE,
                        "Ask for scopes that the app is registered for.");
    }

    private static Optional<ErrorObject> invalid(String description) {
        return error(OAuth2Error.INVALID_REQUEST, description);
    }

    private static Optional<ErrorObject> error(ErrorObject kind, String description) {
        return Optional.of(kind.setDescription(description));
    }

    /** One demand. */
    private interface Rule {
        Optional<ErrorObject> broken(
                AuthorizationRequest request, OAuthHub hub, OAuthAppStanding app);
    }
}
