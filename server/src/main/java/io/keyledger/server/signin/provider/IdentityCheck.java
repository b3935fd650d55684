package io.keyledger.server.signin.provider;

import static java.util.Objects.requireNonNull;

import com.nimbusds.oauth2.sdk.util.MultivaluedMapUtils;
import io.keyledger.api.account.ExternalIdentity;
import io.keyledger.server.page.PageProblem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Turns a provider's answer into an identity: Spring Security redeems the code and checks the ID
 * token's signature, issuer, audience, time and nonce.
 */
final class IdentityCheck {

    private static final Logger log = LoggerFactory.getLogger(IdentityCheck.class);

    private final AuthenticationProvider check =
            new OidcAuthorizationCodeAuthenticationProvider(
                    new RestClientAuthorizationCodeTokenResponseClient(),
                    // The ID token says who it is; nothing else is asked for.
                    asked -> new DefaultOidcUser(List.of(), asked.getIdToken()));

    ExternalIdentity identity(
            ClientRegistration client, StartedSignIn started, Map<String, List<String>> answer) {
        requireIssuer(client, MultivaluedMapUtils.getFirstValue(answer, "iss"));
        String code = MultivaluedMapUtils.getFirstValue(answer, "code");
        if (code == null) {
            throw refused();
        }
        return identity(authenticate(client, started, code));
    }

    private static ExternalIdentity identity(Authentication authenticated) {
        if (authenticated.getPrincipal() instanceof OidcUser user) {
            // Both are required (OIDC Core §2), and were checked to be there.
            return new ExternalIdentity(
                    requireNonNull(user.getIssuer()).toString(), requireNonNull(user.getSubject()));
        }
        throw refused();
    }

    private Authentication authenticate(
            ClientRegistration client, StartedSignIn started, String code) {
        OAuth2AuthorizationRequest question = ProviderRequests.of(client, started);
        OAuth2AuthorizationExchange exchange =
                new OAuth2AuthorizationExchange(
                        question,
                        OAuth2AuthorizationResponse.success(code)
                                .redirectUri(requireNonNull(question.getRedirectUri()))
                                .state(started.state())
                                .build());
        try {
            Authentication authenticated =
                    check.authenticate(new OAuth2LoginAuthenticationToken(client, exchange));
            if (authenticated != null) {
                return authenticated;
            }
        } catch (AuthenticationException e) {
            log.warn(
                    "A sign-in at {} does not count: {}",
                    client.getRegistrationId(),
                    e.getMessage());
        }
        throw refused();
    }

    /** An answer that names its issuer (RFC 9207) has to name the one that was asked. */
    private static void requireIssuer(ClientRegistration client, @Nullable String issuer) {
        if (issuer != null && !issuer.equals(client.getProviderDetails().getIssuerUri())) {
            throw refused();
        }
    }

    private static PageProblem refused() {
        return new PageProblem(
                403,
                "The sign-in service did not sign you in",
                "You may have cancelled it. Please try again, or sign in with your password.");
    }
}
