package io.keyledger.api.ledger;

import io.keyledger.api.account.AccountEvent;
import io.keyledger.api.apikey.ApiKeyEvent;
import io.keyledger.api.campaign.CampaignEvent;
import io.keyledger.api.grant.GrantEvent;
import io.keyledger.api.hub.HubEvent;
import io.keyledger.api.oauthapp.OAuthAppEvent;
import io.keyledger.api.workspace.WorkspaceEvent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The one table of stored event names. Classes may move and be renamed; what is written here may
 * not change once it has been released, except that a revision grows.
 */
public final class EventCatalog {

    private static final Map<Class<?>, EventName> NAMES = new LinkedHashMap<>();
    private static final Map<String, Class<?>> TYPES = new LinkedHashMap<>();

    static {
        add(HubEvent.HubProfilePublished.class, "hub.profile-published", 2);
        add(WorkspaceEvent.WorkspaceRegistered.class, "workspace.registered", 1);
        add(WorkspaceEvent.WorkspaceRenamed.class, "workspace.renamed", 1);
        add(WorkspaceEvent.WorkspacePlanChanged.class, "workspace.plan-changed", 1);
        add(WorkspaceEvent.WorkspaceSuspended.class, "workspace.suspended", 1);
        add(WorkspaceEvent.WorkspaceResumed.class, "workspace.resumed", 1);
        add(CampaignEvent.CampaignCreated.class, "campaign.created", 1);
        add(CampaignEvent.CampaignRenamed.class, "campaign.renamed", 1);
        add(CampaignEvent.CampaignSchemaChanged.class, "campaign.schema-changed", 1);
        add(CampaignEvent.CampaignFilterDefined.class, "campaign.filter-defined", 1);
        add(CampaignEvent.CampaignFilterChanged.class, "campaign.filter-changed", 1);
        add(CampaignEvent.CampaignFilterRemoved.class, "campaign.filter-removed", 1);
        add(CampaignEvent.CampaignArchived.class, "campaign.archived", 1);
        add(ApiKeyEvent.ApiKeyIssued.class, "apikey.issued", 2);
        add(ApiKeyEvent.ApiKeyRenamed.class, "apikey.renamed", 1);
        add(ApiKeyEvent.ApiKeyScopesChanged.class, "apikey.scopes-changed", 1);
        add(ApiKeyEvent.ApiKeyExpirySet.class, "apikey.expiry-set", 1);
        add(ApiKeyEvent.ApiKeyAddressesRestricted.class, "apikey.addresses-restricted", 1);
        add(ApiKeyEvent.ApiKeyMetadataReplaced.class, "apikey.metadata-replaced", 1);
        add(ApiKeyEvent.ApiKeyRotated.class, "apikey.rotated", 1);
        add(ApiKeyEvent.ApiKeySecretRevealed.class, "apikey.secret-revealed", 1);
        add(ApiKeyEvent.ApiKeySecretRetired.class, "apikey.secret-retired", 1);
        add(ApiKeyEvent.ApiKeySecretRevoked.class, "apikey.secret-revoked", 1);
        add(ApiKeyEvent.ApiKeyRevoked.class, "apikey.revoked", 1);
        add(AccountEvent.AccountRegistered.class, "account.registered", 1);
        add(AccountEvent.AccountRenamed.class, "account.renamed", 1);
        add(AccountEvent.AccountIdentityLinked.class, "account.identity-linked", 1);
        add(AccountEvent.AccountPasswordSet.class, "account.password-set", 1);
        add(AccountEvent.WorkspaceJoined.class, "account.workspace-joined", 1);
        add(AccountEvent.WorkspaceLeft.class, "account.workspace-left", 1);
        add(AccountEvent.AccountClosed.class, "account.closed", 1);
        add(OAuthAppEvent.OAuthAppRegistered.class, "oauthapp.registered", 1);
        add(OAuthAppEvent.OAuthAppRenamed.class, "oauthapp.renamed", 1);
        add(OAuthAppEvent.OAuthAppLogoSet.class, "oauthapp.logo-set", 1);
        add(OAuthAppEvent.OAuthAppRedirectUrisChanged.class, "oauthapp.redirect-uris-changed", 1);
        add(OAuthAppEvent.OAuthAppScopesChanged.class, "oauthapp.scopes-changed", 1);
        add(OAuthAppEvent.OAuthAppSecretRotated.class, "oauthapp.secret-rotated", 1);
        add(OAuthAppEvent.OAuthAppDeleted.class, "oauthapp.deleted", 1);
        add(GrantEvent.GrantApproved.class, "grant.approved", 1);
        add(GrantEvent.AuthorizationCodeRedeemed.class, "grant.code-redeemed", 1);
        add(GrantEvent.TokensRefreshed.class, "grant.tokens-refreshed", 1);
        add(GrantEvent.ClientCredentialsGranted.class, "grant.client-credentials", 1);
        add(GrantEvent.AccessTokenRevoked.class, "grant.access-token-revoked", 1);
        add(GrantEvent.GrantRevoked.class, "grant.revoked", 1);
    }

    private EventCatalog() {}

    /**
     * The stored name of an event class, or nothing when the class is not an event of the ledger.
     */
    public static Optional<EventName> nameOf(Class<?> type) {
        return Optional.ofNullable(NAMES.get(type));
    }

    /** The class that carries events of a stored name in its newest revision. */
    public static Optional<Class<?>> typeOf(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    /** Every event class of the ledger, in the order of the table. */
    public static Set<Class<?>> types() {
        return Collections.unmodifiableSet(NAMES.keySet());
    }

    private static void add(Class<?> type, String name, int revision) {
        NAMES.put(type, new EventName(name, revision));
        if (TYPES.put(name, type) != null) {
            throw new IllegalStateException("two event classes are stored as " + name);
        }
    }
}
