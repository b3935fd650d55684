package io.keyledger.api.grant;

import io.keyledger.api.account.AccountId;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.api.token.Digest;
import io.keyledger.api.workspace.WorkspaceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a grant. No command carries a plaintext code, token or verifier. */
public sealed interface GrantCommand {

    /** The grant that the command is for. */
    GrantId grant();

    /**
     * A person lets an app act for them in a workspace; the app gets a code for it (RFC 6749
     * §4.1.2). Approving the same grant with the same code again changes nothing.
     *
     * @param scopes of the hub's catalogue, already narrowed to what the person agreed to
     * @param redirectUri as the app sent it; null when it sent none
     * @param codeChallenge of method S256 (RFC 7636 §4.2); null where PKCE was left out
     * @param boundKey the DPoP key thumbprint that the code is bound to (RFC 9449 §10); null when
     *     to none
     */
    record ApproveGrant(
            GrantId grant,
            OAuthAppId app,
            AccountId account,
            WorkspaceId workspace,
            List<String> scopes,
            @Nullable String redirectUri,
            @Nullable String codeChallenge,
            @Nullable String boundKey,
            TokenDigest code)
            implements GrantCommand {

        public ApproveGrant {
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * Exchanges the code for tokens (RFC 6749 §4.1.3), once. Answers with a {@link Redemption}.
     *
     * @param app that presents the code, authenticated
     * @param redirectUri as the app sends it now; null when it sends none
     * @param codeChallenge the S256 challenge of the verifier that came with it; null when none
     *     came
     */
    record RedeemAuthorizationCode(
            GrantId grant,
            OAuthAppId app,
            Digest code,
            @Nullable String redirectUri,
            @Nullable String codeChallenge,
            Succession succession)
            implements GrantCommand {}

    /**
     * Exchanges a refresh token for new tokens (RFC 6749 §6), once. Answers with a {@link
     * Redemption}.
     *
     * @param app that presents the token, authenticated
     * @param generation of the presented token, as the enforcement tables know it
     * @param succession with a refresh token
     */
    record RefreshTokens(
            GrantId grant, OAuthAppId app, Digest presented, int generation, Succession succession)
            implements GrantCommand {

        public RefreshTokens {
            if (succession.refreshToken() == null) {
                throw new IllegalArgumentException("a refresh token is succeeded by another");
            }
        }
    }

    /** An app acts for itself, in its own workspace (RFC 6749 §4.4): a grant of one token. */
    record GrantClientCredentials(GrantId grant, OAuthAppId app, AccessTokenRecord accessToken)
            implements GrantCommand {}

    /** Revokes one access token; the grant and its other tokens live on. */
    record RevokeAccessToken(GrantId grant, int generation) implements GrantCommand {}

    /** Ends the grant with its code and all its tokens, for good. */
    record RevokeGrant(GrantId grant) implements GrantCommand {}
}
