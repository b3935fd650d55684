package io.keyledger.query.inventory;

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
import io.keyledger.api.grant.Succession;
import io.keyledger.api.ledger.OriginKeys;
import io.keyledger.api.oauthapp.OAuthAppEvent;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppDeleted;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppLogoSet;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppRedirectUrisChanged;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppRegistered;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppRenamed;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppScopesChanged;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppSecretRotated;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the part of the inventory that OAuth is about: apps, people and grants as they are now. It
 * runs with the other part, in one transaction, in the order of the ledger.
 */
@ProcessingGroup(InventoryProjection.GROUP)
final class OAuthInventoryProjection {

    private final OAuthAppTable apps;
    private final AccountTable accounts;
    private final MemberTable members;
    private final GrantTable grants;

    OAuthInventoryProjection(
            OAuthAppTable apps, AccountTable accounts, MemberTable members, GrantTable grants) {
        this.apps = apps;
        this.accounts = accounts;
        this.members = members;
        this.grants = grants;
    }

    @EventHandler
    void on(
            OAuthAppEvent event,
            DomainEventMessage<?> message,
            TrackingToken token,
            @MetaDataValue(value = OriginKeys.ACTOR, required = true) String actor) {
        Entry entry = Entry.of(message, token);
        String id = event.app().value();
        switch (event) {
            case OAuthAppRegistered registered -> apps.insert(registered, actor, entry);
            case OAuthAppRenamed renamed -> apps.rename(id, renamed.name(), entry);
            case OAuthAppLogoSet set -> apps.setLogo(id, set.logo(), entry);
            case OAuthAppRedirectUrisChanged changed ->
                    apps.changeRedirectUris(id, changed.redirectUris(), entry);
            case OAuthAppScopesChanged changed -> apps.changeScopes(id, changed.scopes(), entry);
            case OAuthAppSecretRotated rotated -> apps.rotate(rotated, entry);
            case OAuthAppDeleted _ -> apps.delete(id, entry);
        }
    }

    @EventHandler
    void on(
            AccountEvent event,
            DomainEventMessage<?> message,
            TrackingToken token,
            @MetaDataValue(value = OriginKeys.ACTOR, required = true) String actor) {
        Entry entry = Entry.of(message, token);
        String id = event.account().value();
        switch (event) {
            case AccountRegistered registered -> accounts.insert(registered, actor, entry);
            case AccountRenamed renamed -> accounts.rename(id, renamed.name(), entry);
            case AccountIdentityLinked linked ->
                    accounts.linkIdentity(id, linked.identity(), entry);
            case AccountPasswordSet _ -> accounts.setPassword(id, entry);
            case WorkspaceJoined joined -> join(joined, entry);
            case WorkspaceLeft left -> leave(left, entry);
            case AccountClosed _ -> close(id, entry);
        }
    }

    private void join(WorkspaceJoined event, Entry entry) {
        String account = event.account().value();
        if (accounts.advance(account, entry)) {
            members.put(account, event.workspace().value(), event.role(), entry);
        }
    }

    private void leave(WorkspaceLeft event, Entry entry) {
        String account = event.account().value();
        if (accounts.advance(account, entry)) {
            members.remove(account, event.workspace().value());
        }
    }

    private void close(String account, Entry entry) {
        if (accounts.close(account, entry)) {
            members.remove(account);
        }
    }

    @EventHandler
    void on(GrantEvent event, DomainEventMessage<?> message, TrackingToken token) {
        Entry entry = Entry.of(message, token);
        String id = event.grant().value();
        switch (event) {
            case GrantApproved approved -> grants.insert(approved, entry);
            case ClientCredentialsGranted granted -> grants.insert(granted, entry);
            case AuthorizationCodeRedeemed redeemed ->
                    issue(id, 1, redeemed.succession(), redeemed.refreshExpiresAt(), entry);
            case TokensRefreshed refreshed ->
                    issue(
                            id,
                            refreshed.generation(),
                            refreshed.succession(),
                            refreshed.refreshExpiresAt(),
                            entry);
            case AccessTokenRevoked _ -> grants.touch(id, entry);
            case GrantRevoked revoked -> grants.revoke(id, revoked.cause(), entry);
        }
    }

    private void issue(
            String grant,
            int generation,
            Succession succession,
            @Nullable Instant refreshExpiresAt,
            Entry entry) {
        grants.issue(grant, generation, succession, end(succession, refreshExpiresAt), entry);
    }

    /** When the last of the successors has expired. */
    private static Instant end(Succession succession, @Nullable Instant refreshExpiresAt) {
        Instant access = succession.accessToken().expiresAt();
        return refreshExpiresAt == null || access.isAfter(refreshExpiresAt)
                ? access
                : refreshExpiresAt;
    }
}
