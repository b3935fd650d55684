package io.keyledger.command.account;

import static io.keyledger.api.rejection.RejectionReason.WORKSPACE_UNKNOWN;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.policy.Rejection;
import io.keyledger.command.workspace.Workspaces;
import java.util.Optional;

/** People belong to workspaces of their own hub; another hub's look like none. */
final class MembershipPolicy {

    private MembershipPolicy() {}

    static Optional<Rejection> joinable(WorkspaceId workspace, HubId hub, Workspaces workspaces) {
        boolean elsewhere = workspaces.hubOf(workspace).filter(hub::equals).isEmpty();
        return Rejection.when(elsewhere, WORKSPACE_UNKNOWN, "workspace", workspace);
    }
}
