package io.keyledger.api.grant;

import io.keyledger.api.account.AccountId;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.api.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened to a grant. Who, why and from where are metadata. */
public sealed interface GrantEvent {

    GrantId grant();

    /**
     * A person lets an app act for them.
     *
     * @param redirectUri where the code was sent
     * @param redirectUriNamed whether the app named it, and so has to name it again (RFC 6749
     *     §4.1.3); otherwise it is the only one that the app had registered
     * @param codeChallenge of method S256; null where PKCE was left out
     * @param boundKey the DPoP key thumbprint that the code is bound to; null when to none
     * @param codeExpiresAt the first instant at which the code is refused
     * @param endsAt the first instant at which the grant is over, whatever is refreshed until then;
     *     to the second, as access tokens say it
     */
    record GrantApproved(
            GrantId grant,
            HubId hub,
            OAuthAppId app,
            AccountId account,
            WorkspaceId workspace,
            List<String> scopes,
            String redirectUri,
            boolean redirectUriNamed,
            @Nullable String codeChallenge,
            @Nullable String boundKey,
            TokenDigest code,
            Instant codeExpiresAt,
            Instant endsAt)
            implements GrantEvent {}

    /**
     * The code was exchanged for the first tokens.
     *
     * @param refreshExpiresAt the first instant at which the refresh token is refused when it is
     *     not used; null when there is none
     */
    record AuthorizationCodeRedeemed(
            GrantId grant, Succession succession, @Nullable Instant refreshExpiresAt)
            implements GrantEvent {}

    /**
     * A refresh token was exchanged.
     *
     * @param generation of the new tokens; those of the code have generation 1
     * @param refreshExpiresAt the first instant at which the new refresh token is refused when it
     *     is not used
     * @param repeatableUntil the first instant at which the exchanged token counts as stolen when
     *     it is presented again; until then the app gets the same successors again
     */
    record TokensRefreshed(
            GrantId grant,
            int generation,
            Succession succession,
            Instant refreshExpiresAt,
            Instant repeatableUntil)
            implements GrantEvent {}

    /** An app got a token to act for itself. */
    record ClientCredentialsGranted(
            GrantId grant,
            HubId hub,
            OAuthAppId app,
            WorkspaceId workspace,
            AccessTokenRecord accessToken)
            implements GrantEvent {}

    record AccessTokenRevoked(GrantId grant, int generation) implements GrantEvent {}

    record GrantRevoked(GrantId grant, RevocationCause cause) implements GrantEvent {}
}
