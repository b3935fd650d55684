package io.keyledger.api.workspace;

import io.keyledger.api.hub.HubId;
import org.jspecify.annotations.Nullable;

/** What has happened to a workspace. */
public sealed interface WorkspaceEvent {

    WorkspaceId workspace();

    record WorkspaceRegistered(
            WorkspaceId workspace, HubId hub, String name, String plan, @Nullable String externalId)
            implements WorkspaceEvent {}

    record WorkspaceRenamed(WorkspaceId workspace, String previousName, String name)
            implements WorkspaceEvent {}

    record WorkspacePlanChanged(WorkspaceId workspace, String previousPlan, String plan)
            implements WorkspaceEvent {}

    record WorkspaceSuspended(WorkspaceId workspace) implements WorkspaceEvent {}

    record WorkspaceResumed(WorkspaceId workspace) implements WorkspaceEvent {}
}
