package io.keyledger.command.workspace;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.workspace.WorkspaceId;
import java.util.Optional;

/** What a policy may ask about workspaces. Answers are as true as the transaction that asks. */
public interface Workspaces {

    /** The hub that a workspace is a customer of; nothing when there is no such workspace. */
    Optional<HubId> hubOf(WorkspaceId workspace);

    /** The workspace of a hub that has this external id. */
    Optional<WorkspaceId> withExternalId(HubId hub, String externalId);
}
