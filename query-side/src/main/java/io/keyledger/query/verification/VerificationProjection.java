package io.keyledger.query.verification;

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
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeySecretRevoked;
import io.keyledger.api.hub.HubEvent;
import io.keyledger.api.hub.HubEvent.HubProfilePublished;
import io.keyledger.api.workspace.WorkspaceEvent;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspacePlanChanged;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceRegistered;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceRenamed;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceResumed;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceSuspended;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

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
    private final CredentialTable credentials;

    VerificationProjection(
            HubProfileTable hubs, WorkspaceTable workspaces, CredentialTable credentials) {
        this.hubs = hubs;
        this.workspaces = workspaces;
        this.credentials = credentials;
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
            case WorkspaceRenamed _ -> {}
        }
    }

    @EventHandler
    void on(ApiKeyEvent event) {
        String id = event.key().value();
        switch (event) {
            case ApiKeyIssued issued -> credentials.issue(issued);
            case ApiKeyScopesChanged changed -> credentials.changeScopes(id, changed.scopes());
            case ApiKeyExpirySet set -> credentials.setExpiry(id, set.expiresAt());
            case ApiKeyAddressesRestricted restricted ->
                    credentials.restrictAddresses(id, restricted.allowedCidrs());
            case ApiKeyRotated rotated -> credentials.rotate(rotated);
            case ApiKeySecretRetired retired -> credentials.revoke(id, retired.generation());
            case ApiKeySecretRevoked revoked -> credentials.revoke(id, revoked.generation());
            case ApiKeyRevoked _ -> credentials.revoke(id);
            case ApiKeyRenamed _, ApiKeyMetadataReplaced _ -> {}
        }
    }
}
