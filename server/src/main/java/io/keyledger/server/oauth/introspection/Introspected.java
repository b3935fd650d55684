package io.keyledger.server.oauth.introspection;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.dpop.JWKThumbprintConfirmation;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import io.keyledger.api.account.AccountId;
import io.keyledger.query.oauth.IssuedToken;
import io.keyledger.server.oauth.hub.OAuthHub;
import java.util.Date;
import java.util.List;

/** What is said of a live token (RFC 7662 §2.2). */
final class Introspected {

    private Introspected() {}

    static TokenIntrospectionSuccessResponse of(IssuedToken token, OAuthHub hub) {
        String boundKey = token.boundKey();
        TokenIntrospectionSuccessResponse.Builder answer =
                new TokenIntrospectionSuccessResponse.Builder(true)
                        .scope(Scope.parse(token.scopes()))
                        .clientID(new ClientID(token.grant().app().value()))
                        .subject(new Subject(subject(token)))
                        .audience(List.of(new Audience(hub.issuer())))
                        .issuer(new Issuer(hub.issuer()))
                        .issueTime(Date.from(token.issuedAt()))
                        .expirationTime(Date.from(token.expiresAt()))
                        .tokenType(boundKey == null ? AccessTokenType.BEARER : AccessTokenType.DPOP)
                        .parameter("workspace", token.grant().workspace().value());
        return boundKey == null
                ? answer.build()
                : answer.jwkThumbprintConfirmation(
                                new JWKThumbprintConfirmation(new Base64URL(boundKey)))
                        .build();
    }

    private static String subject(IssuedToken token) {
        AccountId account = token.grant().account();
        return account == null ? token.grant().app().value() : account.value();
    }
}
