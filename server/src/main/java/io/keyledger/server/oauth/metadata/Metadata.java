package io.keyledger.server.oauth.metadata;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import io.keyledger.server.oauth.dpop.DPoPProofs;
import io.keyledger.server.oauth.hub.OAuthHub;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import net.minidev.json.JSONObject;

/** What a hub's OAuth offers, in the words of RFC 8414: what works, and nothing else. */
final class Metadata {

    private static final List<ClientAuthenticationMethod> WITH_SECRET =
            List.of(
                    ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                    ClientAuthenticationMethod.CLIENT_SECRET_POST);
    private static final List<ClientAuthenticationMethod> ANY =
            List.of(
                    ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                    ClientAuthenticationMethod.CLIENT_SECRET_POST,
                    ClientAuthenticationMethod.NONE);

    private Metadata() {}

    static JSONObject of(OAuthHub hub) {
        AuthorizationServerMetadata metadata =
                new AuthorizationServerMetadata(new Issuer(hub.issuer()));
        endpoints(metadata, hub);
        metadata.setTokenEndpointAuthMethods(ANY);
        metadata.setRevocationEndpointAuthMethods(ANY);
        metadata.setIntrospectionEndpointAuthMethods(WITH_SECRET);
        metadata.setScopes(Scope.parse(hub.spelling().all()));
        metadata.setResponseTypes(List.of(ResponseType.CODE));
        metadata.setResponseModes(List.of(ResponseMode.QUERY));
        metadata.setGrantTypes(
                List.of(
                        GrantType.AUTHORIZATION_CODE,
                        GrantType.REFRESH_TOKEN,
                        GrantType.CLIENT_CREDENTIALS));
        metadata.setCodeChallengeMethods(List.of(CodeChallengeMethod.S256));
        metadata.setSupportsAuthorizationResponseIssuerParam(true);
        metadata.setDPoPJWSAlgs(
                DPoPProofs.ALGORITHMS.stream()
                        .sorted(Comparator.comparing(JWSAlgorithm::getName))
                        .toList());
        return metadata.toJSONObject();
    }

    private static void endpoints(AuthorizationServerMetadata metadata, OAuthHub hub) {
        metadata.setAuthorizationEndpointURI(uri(hub, hub.authorizePath()));
        metadata.setTokenEndpointURI(uri(hub, hub.tokenPath()));
        metadata.setRevocationEndpointURI(uri(hub, hub.revocationPath()));
        metadata.setIntrospectionEndpointURI(uri(hub, hub.introspectionPath()));
        metadata.setPushedAuthorizationRequestEndpointURI(uri(hub, hub.parPath()));
        metadata.setJWKSetURI(uri(hub, OAuthHub.JWKS));
    }

    private static URI uri(OAuthHub hub, String path) {
        return URI.create(hub.url(path));
    }
}
