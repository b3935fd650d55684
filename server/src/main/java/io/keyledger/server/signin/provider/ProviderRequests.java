package io.keyledger.server.signin.provider;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/** The question to the provider: who is this? The same sign-in always makes the same question. */
final class ProviderRequests {

    private ProviderRequests() {}

    static OAuth2AuthorizationRequest of(ClientRegistration client, StartedSignIn started) {
        return question(client, started).build();
    }

    /** Asks for the password, or whatever it is there, even of somebody who is signed in there. */
    static OAuth2AuthorizationRequest again(ClientRegistration client, StartedSignIn started) {
        return question(client, started)
                .additionalParameters(parameters -> parameters.put("prompt", "login"))
                .build();
    }

    private static OAuth2AuthorizationRequest.Builder question(
            ClientRegistration client, StartedSignIn started) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(client.getClientId())
                .authorizationUri(requireNonNull(client.getProviderDetails().getAuthorizationUri()))
                .redirectUri(client.getRedirectUri())
                .scopes(Set.copyOf(client.getScopes()))
                .state(started.state())
                .attributes(kept ->
                        kept.putAll(
                                Map.of(
                                        OidcParameterNames.NONCE,
                                        started.nonce(),
                                        PkceParameterNames.CODE_VERIFIER,
                                        started.verifier())))
                .additionalParameters(sent ->
                        sent.putAll(
                                Map.of(
                                        OidcParameterNames.NONCE,
                                        hash(started.nonce()),
                                        PkceParameterNames.CODE_CHALLENGE,
                                        hash(started.verifier()),
                                        PkceParameterNames.CODE_CHALLENGE_METHOD,
                                        "S256")));
    }

    private static String hash(String value) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
