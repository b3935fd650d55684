package io.keyledger.server.oauth.token;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.keyledger.api.grant.GrantCommand.RedeemAuthorizationCode;
import io.keyledger.query.oauth.PresentedSecret;
import io.keyledger.server.oauth.client.AuthenticatedClient;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.oauth.message.OAuthRefusal;
import io.keyledger.server.oauth.message.OAuthRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code grant_type=authorization_code} (RFC 6749 §4.1.3, RFC 7636 §4.5). */
final class CodeGrant implements TokenGrant {

    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private final PresentedSecrets secrets;
    private final Successions successions;

    CodeGrant(PresentedSecrets secrets, Successions successions) {
        this.secrets = secrets;
        this.successions = successions;
    }

    @Override
    public Tokens exchange(
            OAuthHub hub,
            AuthenticatedClient client,
            OAuthRequest request,
            @Nullable String provenKey) {
        String code = request.form().required("code");
        String challenge = challenge(request);
        PresentedSecret presented = secrets.find(PresentedSecret.Kind.CODE, code, hub, client);
        String redirectUri = request.form().find("redirect_uri").orElse(null);
        return successions.exchange(
                new TokenRequest(hub, client, request, code, presented.grant(), provenKey),
                stillAllowed(presented, client),
                succession ->
                        new RedeemAuthorizationCode(
                                presented.grant().grant(),
                                client.id(),
                                presented.digest(),
                                redirectUri,
                                challenge,
                                succession));
    }

    private static List<String> stillAllowed(
            PresentedSecret presented, AuthenticatedClient client) {
        List<String> scopes =
                presented.grant().scopes().stream()
                        .filter(client.app().scopes()::contains)
                        .toList();
        if (scopes.isEmpty()) {
            throw OAuthRefusal.of(
                    OAuth2Error.INVALID_SCOPE, "The app has lost the scopes that were granted.");
        }
        return scopes;
    }

    private static @Nullable String challenge(OAuthRequest request) {
        String verifier = request.form().find("code_verifier").orElse(null);
        if (verifier == null) {
            return null;
        }
        if (!VERIFIER.matcher(verifier).matches()) {
            throw OAuthRefusal.of(
                    OAuth2Error.INVALID_REQUEST,
                    "A code_verifier has 43 to 128 letters, digits and characters of -._~.");
        }
        return CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(verifier))
                .getValue();
    }
}
