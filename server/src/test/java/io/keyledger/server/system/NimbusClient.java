package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.PushedAuthorizationRequest;
import com.nimbusds.oauth2.sdk.PushedAuthorizationResponse;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.dpop.DPoPProofFactory;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import io.keyledger.server.system.OAuthSurface.App;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An app made of Nimbus's SDK: what it knows of the hub, it has from the metadata.
 *
 * @param proofs null for an app whose tokens are bound to no key
 */
record NimbusClient(
        AuthorizationServerMetadata hub,
        Scope scope,
        ClientSecretBasic credentials,
        @Nullable DPoPProofFactory proofs) {

    private static final URI CALLBACK = URI.create("https://app.example.org/callback");

    static NimbusClient registeredAt(OAuthSurface hub) throws IOException, GeneralException {
        App app =
                hub.app(
                        hub.workspace("Makers of apps", hub.guide().plan()),
                        CALLBACK.toString(),
                        hub.guide().scope());
        return new NimbusClient(
                AuthorizationServerMetadata.resolve(new Issuer(hub.url())),
                Scope.parse(hub.guide().askedScope()),
                new ClientSecretBasic(new ClientID(app.id()), new Secret(app.secret())),
                null);
    }

    /** The same with a key that its tokens are bound to. */
    NimbusClient proving(DPoPProofFactory factory) {
        return new NimbusClient(hub, scope, credentials, factory);
    }

    ClientID id() {
        return credentials.getClientID();
    }

    /** Pushes a request, sends the person to it, and exchanges what they bring back. */
    Tokens connect(Person person, String workspace)
            throws IOException, ParseException, JOSEException {
        CodeVerifier verifier = new CodeVerifier();
        State state = new State();
        WebPage back = person.allow(pushed(verifier, state).toString(), workspace);
        AuthorizationSuccessResponse answer =
                AuthorizationResponse.parse(back.url()).toSuccessResponse();
        assertThat(answer.getState()).isEqualTo(state);
        assertThat(answer.getIssuer()).isEqualTo(hub.getIssuer());
        return exchange(
                new AuthorizationCodeGrant(answer.getAuthorizationCode(), CALLBACK, verifier));
    }

    Tokens refresh(Tokens tokens) throws IOException, ParseException, JOSEException {
        return exchange(new RefreshTokenGrant(tokens.getRefreshToken()));
    }

    TokenIntrospectionSuccessResponse introspect(AccessToken token)
            throws IOException, ParseException {
        HTTPRequest request =
                new TokenIntrospectionRequest(hub.getIntrospectionEndpointURI(), credentials, token)
                        .toHTTPRequest();
        return TokenIntrospectionResponse.parse(request.send()).toSuccessResponse();
    }

    void revoke(Tokens tokens) throws IOException {
        HTTPRequest request =
                new TokenRevocationRequest(
                                hub.getRevocationEndpointURI(),
                                credentials,
                                tokens.getRefreshToken())
                        .toHTTPRequest();
        assertThat(request.send().indicatesSuccess()).isTrue();
    }

    /** A proof of the key, for one request with the token. */
    SignedJWT proof(String method, URI url, DPoPAccessToken token) throws JOSEException {
        return Objects.requireNonNull(proofs).createDPoPJWT(method, url, token);
    }

    /** The status of the answer to a GET with a token that is bound to a key. */
    int call(URI url, DPoPAccessToken token, SignedJWT proof) throws IOException {
        HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, url);
        request.setAuthorization(token.toAuthorizationHeader());
        request.setDPoP(proof);
        return request.send().getStatusCode();
    }

    private URI pushed(CodeVerifier verifier, State state) throws IOException, ParseException {
        AuthorizationRequest request =
                new AuthorizationRequest.Builder(ResponseType.CODE, id())
                        .scope(scope)
                        .redirectionURI(CALLBACK)
                        .state(state)
                        .codeChallenge(verifier, CodeChallengeMethod.S256)
                        .build();
        HTTPRequest push =
                new PushedAuthorizationRequest(
                                hub.getPushedAuthorizationRequestEndpointURI(),
                                credentials,
                                request)
                        .toHTTPRequest();
        URI requestUri =
                PushedAuthorizationResponse.parse(push.send()).toSuccessResponse().getRequestURI();
        return new AuthorizationRequest.Builder(requestUri, id())
                .endpointURI(hub.getAuthorizationEndpointURI())
                .build()
                .toURI();
    }

    private Tokens exchange(AuthorizationGrant grant)
            throws IOException, ParseException, JOSEException {
        HTTPRequest request =
                new TokenRequest.Builder(hub.getTokenEndpointURI(), credentials, grant)
                        .build()
                        .toHTTPRequest();
        if (proofs != null) {
            request.setDPoP(proofs.createDPoPJWT("POST", hub.getTokenEndpointURI()));
        }
        return TokenResponse.parse(request.send()).toSuccessResponse().getTokens();
    }
}
