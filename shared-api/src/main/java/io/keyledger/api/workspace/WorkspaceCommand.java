package io.keyledger.api.workspace;

import io.keyledger.api.hub.HubId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a workspace. */
public sealed interface WorkspaceCommand {

    /** The workspace that the command is for. */
    WorkspaceId workspace();

    /**
     * Takes a customer of a hub into the ledger. Registering the same workspace with the same
     * values again changes nothing.
     *
     * @param externalId the hub's own name for the workspace, unique in the hub; null when it has
     *     none
     */
    record RegisterWorkspace(
            WorkspaceId workspace, HubId hub, String name, String plan, @Nullable String externalId)
            implements WorkspaceCommand {}

    /** A change of what a workspace is. */
    sealed interface WorkspaceChange extends WorkspaceCommand {}

    /**
     * Makes several changes, in their order: all of them, or none.
     *
     * @param changes of this workspace; at least one
     */
    record ChangeWorkspace(WorkspaceId workspace, List<WorkspaceChange> changes)
            implements WorkspaceCommand {

        public ChangeWorkspace {
            changes = List.copyOf(changes);
            if (changes.isEmpty()
                    || changes.stream().anyMatch(it -> !it.workspace().equals(workspace))) {
                throw new IllegalArgumentException("needs changes of one workspace");
            }
        }
    }

    record RenameWorkspace(WorkspaceId workspace, String name) implements WorkspaceChange {}

    record ChangeWorkspacePlan(WorkspaceId workspace, String plan) implements WorkspaceChange {}

    /** Refuses every credential of the workspace until it is resumed. */
    record SuspendWorkspace(WorkspaceId workspace) implements WorkspaceCommand {}

    /** Accepts the workspace's credentials again, but for those revoked or expired. */
    record ResumeWorkspace(WorkspaceId workspace) implements WorkspaceCommand {}
}
