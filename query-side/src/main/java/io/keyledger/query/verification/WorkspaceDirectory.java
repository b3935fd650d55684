package io.keyledger.query.verification;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.workspace.WorkspaceId;
import java.util.Optional;

/** What the enforcement tables say of workspaces, as true as the transaction that asks. */
public final class WorkspaceDirectory {

    private final WorkspaceTable table;

    WorkspaceDirectory(WorkspaceTable table) {
        this.table = table;
    }

    /** The hub that a workspace is a customer of; nothing when there is no such workspace. */
    public Optional<HubId> hubOf(WorkspaceId workspace) {
        return table.hubOf(workspace);
    }

    /** The workspace of a hub that has this external id. */
    public Optional<WorkspaceId> withExternalId(HubId hub, String externalId) {
        return table.withExternalId(hub, externalId);
    }
}
