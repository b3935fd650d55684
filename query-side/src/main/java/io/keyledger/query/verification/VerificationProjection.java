package io.keyledger.query.verification;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.api.apikey.ApiKeyEvent;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyAddressesRestricted;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyExpirySet;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyIssued;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyMetadataReplaced;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRenamed;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRevoked;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRotated;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyScopesChanged;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeySecretRetired;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeySecretRevealed;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeySecretRevoked;
import io.keyledger.api.campaign.CampaignEvent;
import io.keyledger.api.campaign.CampaignEvent.CampaignArchived;
import io.keyledger.api.campaign.CampaignEvent.CampaignCreated;
import io.keyledger.api.campaign.CampaignEvent.CampaignFilterChanged;
import io.keyledger.api.campaign.CampaignEvent.CampaignFilterDefined;
import io.keyledger.api.campaign.CampaignEvent.CampaignFilterRemoved;
import io.keyledger.api.campaign.CampaignEvent.CampaignRenamed;
import io.keyledger.api.campaign.CampaignEvent.CampaignSchemaChanged;
import io.keyledger.api.campaign.FilterBinding;
import io.keyledger.api.hub.HubEvent;
import io.keyledger.api.hub.HubEvent.HubProfilePublished;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.api.workspace.WorkspaceEvent;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspacePlanChanged;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceRegistered;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceRenamed;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceResumed;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceSuspended;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes what decides on requests, in the transaction that appends the event: what is committed is
 * in force. The processor of this group must be a subscribing one, and its errors must propagate.
 *
 * <p>The switches are exhaustive over the sealed events, so that a new event does not compile until
 * it is decided here what it does to verdicts.
 */
@ProcessingGroup(VerificationProjection.GROUP)
final class VerificationProjection {

    static final String GROUP = "verification";

    private final HubProfileTable hubs;
    private final WorkspaceTable workspaces;
    private final CampaignTable campaigns;
    private final KeyBindingTable bindings;
    private final CredentialTable credentials;

    VerificationProjection(JdbcClient jdbc) {
        this.hubs = new HubProfileTable(jdbc);
        this.workspaces = new WorkspaceTable(jdbc);
        this.campaigns = new CampaignTable(jdbc);
        this.bindings = new KeyBindingTable(jdbc);
        this.credentials = new CredentialTable(jdbc);
    }

    @EventHandler
    void on(HubEvent event) {
        switch (event) {
            case HubProfilePublished published -> hubs.publish(published);
        }
    }

    @EventHandler
    void on(WorkspaceEvent event) {
        String id = event.workspace().value();
        switch (event) {
            case WorkspaceRegistered registered -> workspaces.register(registered);
            case WorkspacePlanChanged changed -> workspaces.changePlan(id, changed.plan());
            case WorkspaceSuspended _ -> workspaces.suspend(id, true);
            case WorkspaceResumed _ -> workspaces.suspend(id, false);
            case WorkspaceRenamed renamed -> workspaces.rename(id, renamed.name());
        }
    }

    @EventHandler
    void on(CampaignEvent event) {
        String id = event.campaign().value();
        switch (event) {
            case CampaignCreated created -> campaigns.create(created);
            case CampaignFilterDefined defined ->
                    campaigns.putFilter(id, defined.filter(), defined.conditions());
            case CampaignFilterChanged changed -> {
                campaigns.putFilter(id, changed.filter(), changed.conditions());
                credentials.refilter(id, changed.filter(), changed.conditions());
            }
            case CampaignFilterRemoved removed -> campaigns.removeFilter(id, removed.filter());
            case CampaignArchived _ -> campaigns.archive(event.campaign());
            case CampaignRenamed _, CampaignSchemaChanged _ -> {}
        }
    }

    @EventHandler
    void on(ApiKeyEvent event) {
        String id = event.key().value();
        switch (event) {
            case ApiKeyIssued issued -> issue(issued);
            case ApiKeyScopesChanged changed -> credentials.changeScopes(id, changed.scopes());
            case ApiKeyExpirySet set -> credentials.setExpiry(id, set.expiresAt());
            case ApiKeyAddressesRestricted restricted ->
                    credentials.restrictAddresses(id, restricted.allowedCidrs());
            case ApiKeyRotated rotated -> credentials.rotate(rotated);
            case ApiKeySecretRetired retired -> credentials.revoke(id, retired.generation());
            case ApiKeySecretRevoked revoked -> credentials.revoke(id, revoked.generation());
            case ApiKeyRevoked _ -> {
                credentials.revoke(id);
                bindings.revoke(id);
            }
            case ApiKeyRenamed _, ApiKeyMetadataReplaced _, ApiKeySecretRevealed _ -> {}
        }
    }

    private void issue(ApiKeyIssued event) {
        bindings.issue(event);
        credentials.issue(event, filter(event));
    }

    /** As it is now: it may have changed since the command was decided. */
    private @Nullable AccessFilter filter(ApiKeyIssued event) {
        FilterBinding binding = event.filter();
        if (binding == null) {
            return null;
        }
        return campaigns
                .resolve(event.workspace().value(), binding)
                .orElseThrow(() -> CommandRejected.because(RejectionReason.BINDING_UNKNOWN));
    }
}
