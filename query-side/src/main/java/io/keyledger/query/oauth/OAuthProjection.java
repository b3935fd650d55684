package io.keyledger.query.oauth;

import io.keyledger.api.account.AccountEvent;
import io.keyledger.api.account.AccountEvent.AccountClosed;
import io.keyledger.api.account.AccountEvent.AccountIdentityLinked;
import io.keyledger.api.account.AccountEvent.AccountPasswordSet;
import io.keyledger.api.account.AccountEvent.AccountRegistered;
import io.keyledger.api.account.AccountEvent.AccountRenamed;
import io.keyledger.api.account.AccountEvent.WorkspaceJoined;
import io.keyledger.api.account.AccountEvent.WorkspaceLeft;
import io.keyledger.api.grant.GrantEvent;
import io.keyledger.api.grant.GrantEvent.AccessTokenRevoked;
import io.keyledger.api.grant.GrantEvent.AuthorizationCodeRedeemed;
import io.keyledger.api.grant.GrantEvent.ClientCredentialsGranted;
import io.keyledger.api.grant.GrantEvent.GrantApproved;
import io.keyledger.api.grant.GrantEvent.GrantRevoked;
import io.keyledger.api.grant.GrantEvent.TokensRefreshed;
import io.keyledger.api.grant.GrantId;
import io.keyledger.api.grant.Succession;
import io.keyledger.api.grant.TokenDigest;
import io.keyledger.api.oauthapp.OAuthAppEvent;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppDeleted;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppLogoSet;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppRedirectUrisChanged;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppRegistered;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppRenamed;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppScopesChanged;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppSecretRotated;
import io.keyledger.query.verification.VerificationConfiguration;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes what decides on access tokens, in the transaction that appends the event, as the
 * projection of keys does, and in the same group.
 *
 * <p>The switches are exhaustive over the sealed events, so that a new event does not compile until
 * it is decided here what it does to verdicts.
 */
@ProcessingGroup(VerificationConfiguration.PROCESSING_GROUP)
public final class OAuthProjection {

    private final OAuthAppTable apps;
    private final AccountTable accounts;
    private final GrantTable grants;
    private final GrantSecretTable secrets;
    private final AccessTokenTable tokens;

    public OAuthProjection(JdbcClient jdbc) {
        this.apps = new OAuthAppTable(jdbc);
        this.accounts = new AccountTable(jdbc);
        this.grants = new GrantTable(jdbc);
        this.secrets = new GrantSecretTable(jdbc);
        this.tokens = new AccessTokenTable(jdbc);
    }

    @EventHandler
    public void on(OAuthAppEvent event) {
        switch (event) {
            case OAuthAppRegistered registered -> apps.register(registered);
            case OAuthAppRenamed renamed -> apps.rename(event.app(), renamed.name());
            case OAuthAppLogoSet set -> apps.setLogo(event.app(), set.logo());
            case OAuthAppRedirectUrisChanged changed ->
                    apps.changeRedirectUris(event.app(), changed.redirectUris());
            case OAuthAppScopesChanged changed -> apps.changeScopes(event.app(), changed.scopes());
            case OAuthAppSecretRotated rotated -> apps.rotate(rotated);
            case OAuthAppDeleted _ -> apps.delete(event.app());
        }
    }

    @EventHandler
    public void on(AccountEvent event) {
        switch (event) {
            case AccountRegistered registered -> accounts.register(registered);
            case AccountRenamed renamed -> accounts.rename(event.account(), renamed.name());
            case AccountIdentityLinked linked -> accounts.link(event.account(), linked.identity());
            case WorkspaceJoined joined -> accounts.join(joined);
            case WorkspaceLeft left -> {
                grants.endAllOf(event.account(), left.workspace());
                accounts.leave(left);
            }
            case AccountClosed _ -> {
                grants.endAllOf(event.account());
                accounts.close(event.account());
            }
            case AccountPasswordSet _ -> {}
        }
    }

    @EventHandler
    public void on(GrantEvent event) {
        GrantId grant = event.grant();
        switch (event) {
            case GrantApproved approved -> {
                grants.approve(approved);
                secrets.addCode(grant, approved.code(), approved.codeExpiresAt());
            }
            case AuthorizationCodeRedeemed redeemed ->
                    succeed(grant, 1, redeemed.succession(), redeemed.refreshExpiresAt());
            case TokensRefreshed refreshed ->
                    succeed(
                            grant,
                            refreshed.generation(),
                            refreshed.succession(),
                            refreshed.refreshExpiresAt());
            case ClientCredentialsGranted granted -> {
                grants.grant(granted);
                tokens.issue(grant, 1, granted.accessToken());
            }
            case AccessTokenRevoked revoked -> tokens.revoke(grant, revoked.generation());
            case GrantRevoked _ -> grants.end(grant);
        }
    }

    private void succeed(
            GrantId grant,
            int generation,
            Succession succession,
            @Nullable Instant refreshExpiresAt) {
        tokens.issue(grant, generation, succession.accessToken());
        TokenDigest refreshToken = succession.refreshToken();
        if (refreshToken != null && refreshExpiresAt != null) {
            secrets.addRefreshToken(grant, generation, refreshToken, refreshExpiresAt);
        }
    }
}
