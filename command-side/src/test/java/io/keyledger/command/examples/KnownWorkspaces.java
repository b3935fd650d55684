package io.keyledger.command.examples;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.workspace.Workspaces;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The workspaces that a test knows of. */
public final class KnownWorkspaces implements Workspaces {

    private final Map<WorkspaceId, HubId> hubs = new HashMap<>();
    private final Map<String, WorkspaceId> externalIds = new HashMap<>();

    public KnownWorkspaces with(WorkspaceId workspace, HubId hub) {
        hubs.put(workspace, hub);
        return this;
    }

    public KnownWorkspaces with(WorkspaceId workspace, HubId hub, String externalId) {
        externalIds.put(externalId, workspace);
        return with(workspace, hub);
    }

    @Override
    public Optional<HubId> hubOf(WorkspaceId workspace) {
        return Optional.ofNullable(hubs.get(workspace));
    }

    @Override
    public Optional<WorkspaceId> withExternalId(HubId hub, String externalId) {
        return Optional.ofNullable(externalIds.get(externalId))
                .filter(it -> hub.equals(hubs.get(it)));
    }
}
