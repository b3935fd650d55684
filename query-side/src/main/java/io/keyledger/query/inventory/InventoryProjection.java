package io.keyledger.query.inventory;

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
import io.keyledger.api.ledger.OriginKeys;
import io.keyledger.api.workspace.WorkspaceEvent;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspacePlanChanged;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceRegistered;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceRenamed;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceResumed;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceSuspended;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.MetaDataValue;

/**
 * Keeps the inventory: workspaces, campaigns and keys as they are now. The switches are exhaustive
 * over the sealed events, so a new event does not compile until it is decided upon here.
 */
@ProcessingGroup(InventoryProjection.GROUP)
final class InventoryProjection {

    static final String GROUP = "inventory";

    private final WorkspaceTable workspaces;
    private final CampaignTable campaigns;
    private final KeyTable keys;

    InventoryProjection(WorkspaceTable workspaces, CampaignTable campaigns, KeyTable keys) {
        this.workspaces = workspaces;
        this.campaigns = campaigns;
        this.keys = keys;
    }

    @EventHandler
    void on(WorkspaceEvent event, DomainEventMessage<?> message, TrackingToken token) {
        Entry entry = Entry.of(message, token);
        String id = event.workspace().value();
        switch (event) {
            case WorkspaceRegistered registered -> workspaces.insert(registered, entry);
            case WorkspaceRenamed renamed -> workspaces.rename(id, renamed.name(), entry);
            case WorkspacePlanChanged changed -> workspaces.changePlan(id, changed.plan(), entry);
            case WorkspaceSuspended _ -> workspaces.suspend(id, true, entry);
            case WorkspaceResumed _ -> workspaces.suspend(id, false, entry);
        }
    }

    @EventHandler
    void on(CampaignEvent event, DomainEventMessage<?> message, TrackingToken token) {
        Entry entry = Entry.of(message, token);
        String id = event.campaign().value();
        switch (event) {
            case CampaignCreated created -> campaigns.insert(created, entry);
            case CampaignRenamed renamed -> campaigns.rename(id, renamed.name(), entry);
            case CampaignSchemaChanged changed ->
                    campaigns.changeSchema(id, changed.schema(), entry);
            case CampaignFilterDefined defined ->
                    campaigns.putFilter(id, defined.filter(), defined.conditions(), entry);
            case CampaignFilterChanged changed ->
                    campaigns.putFilter(id, changed.filter(), changed.conditions(), entry);
            case CampaignFilterRemoved removed ->
                    campaigns.removeFilter(id, removed.filter(), entry);
            case CampaignArchived _ -> campaigns.archive(id, entry);
        }
    }

    @EventHandler
    void on(
            ApiKeyEvent event,
            DomainEventMessage<?> message,
            TrackingToken token,
            @MetaDataValue(value = OriginKeys.ACTOR, required = true) String actor) {
        Entry entry = Entry.of(message, token);
        String id = event.key().value();
        switch (event) {
            case ApiKeyIssued issued -> keys.insert(issued, actor, entry);
            case ApiKeyRenamed renamed -> keys.rename(id, renamed.name(), entry);
            case ApiKeyScopesChanged changed -> keys.changeScopes(id, changed.scopes(), entry);
            case ApiKeyExpirySet set -> keys.setExpiry(id, set.expiresAt(), entry);
            case ApiKeyAddressesRestricted restricted ->
                    keys.restrictAddresses(id, restricted.allowedCidrs(), entry);
            case ApiKeyMetadataReplaced replaced ->
                    keys.replaceMetadata(id, replaced.metadata(), entry);
            case ApiKeyRotated rotated -> keys.rotate(rotated, entry);
            case ApiKeySecretRevealed _ -> keys.touch(id, entry);
            case ApiKeySecretRetired retired -> keys.endSecret(id, retired.generation(), entry);
            case ApiKeySecretRevoked revoked -> keys.endSecret(id, revoked.generation(), entry);
            case ApiKeyRevoked _ -> keys.revoke(id, entry);
        }
    }
}
