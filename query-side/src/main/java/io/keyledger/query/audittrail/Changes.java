package io.keyledger.query.audittrail;

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
import io.keyledger.api.campaign.FilterBinding;
import io.keyledger.api.hub.HubEvent.HubProfilePublished;
import io.keyledger.api.workspace.WorkspaceEvent;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspacePlanChanged;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceRegistered;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceRenamed;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceResumed;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceSuspended;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values that an event changed, before and after. */
final class Changes {

    private Changes() {}

    static List<Change> of(HubProfilePublished event) {
        return List.of(
                new Change("version", previousVersion(event.version()), event.version()),
                new Change("title", null, event.profile().title()));
    }

    static List<Change> of(WorkspaceEvent event) {
        return switch (event) {
            case WorkspaceRegistered e ->
                    List.of(
                            new Change("name", null, e.name()),
                            new Change("plan", null, e.plan()),
                            new Change("externalId", null, e.externalId()));
            case WorkspaceRenamed e -> List.of(new Change("name", e.previousName(), e.name()));
            case WorkspacePlanChanged e -> List.of(new Change("plan", e.previousPlan(), e.plan()));
            case WorkspaceSuspended _ -> List.of(new Change("suspended", false, true));
            case WorkspaceResumed _ -> List.of(new Change("suspended", true, false));
        };
    }

    static List<Change> of(ApiKeyEvent event) {
        return switch (event) {
            case ApiKeyIssued e -> issued(e);
            case ApiKeyRenamed e -> List.of(new Change("name", e.previousName(), e.name()));
            case ApiKeyScopesChanged e ->
                    List.of(new Change("scopes", e.previousScopes(), e.scopes()));
            case ApiKeyExpirySet e ->
                    List.of(
                            new Change(
                                    "expiresAt", text(e.previousExpiresAt()), text(e.expiresAt())));
            case ApiKeyAddressesRestricted e ->
                    List.of(new Change("allowedCidrs", e.previousAllowedCidrs(), e.allowedCidrs()));
            case ApiKeyMetadataReplaced e ->
                    List.of(new Change("metadata", e.previousMetadata(), e.metadata()));
            case ApiKeyRotated e -> rotated(e);
            case ApiKeySecretRevealed e -> List.of(new Change("revealed", null, e.generations()));
            case ApiKeySecretRetired e -> List.of(new Change("secret", e.generation(), null));
            case ApiKeySecretRevoked e -> List.of(new Change("secret", e.generation(), null));
            case ApiKeyRevoked _ -> List.of(new Change("revoked", false, true));
        };
    }

    private static List<Change> issued(ApiKeyIssued event) {
        List<Change> changes = new ArrayList<>();
        FilterBinding filter = event.filter();
        if (filter != null) {
            changes.add(new Change("campaign", null, filter.campaign().value()));
            changes.add(new Change("filter", null, filter.filter()));
        }
        changes.addAll(described(event));
        return changes;
    }

    private static List<Change> described(ApiKeyIssued event) {
        return List.of(
                new Change("name", null, event.name()),
                new Change("scopes", null, event.scopes()),
                new Change("expiresAt", null, text(event.expiresAt())),
                new Change("allowedCidrs", null, event.allowedCidrs()),
                new Change("metadata", null, event.metadata()),
                new Change("secret", null, 1),
                new Change("hint", null, event.secret().hint()));
    }

    private static List<Change> rotated(ApiKeyRotated event) {
        return List.of(
                new Change("secret", event.previousGeneration(), event.generation()),
                new Change("hint", null, event.secret().hint()),
                new Change("previousValidUntil", null, text(event.previousValidUntil())));
    }

    private static @Nullable Integer previousVersion(int version) {
        return version == 1 ? null : version - 1;
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
