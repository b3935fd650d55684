package io.keyledger.command.workspace;

import static io.keyledger.api.rejection.RejectionReason.EXTERNAL_ID_TAKEN;
import static io.keyledger.api.rejection.RejectionReason.WORKSPACE_ID_TAKEN;

import io.keyledger.api.workspace.WorkspaceCommand.RegisterWorkspace;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceRegistered;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.policy.Rejection;
import java.util.Optional;

/** Who may be registered: once, and under an external id that is free in the hub. */
final class RegistrationPolicy {

    private RegistrationPolicy() {}

    /** Asking for the same again is a retry, whatever has become of the workspace since. */
    static Optional<Rejection> same(WorkspaceRegistered wanted, WorkspaceRegistered registered) {
        boolean other = !wanted.equals(registered);
        return Rejection.when(other, WORKSPACE_ID_TAKEN, "id", wanted.workspace());
    }

    static Optional<Rejection> externalIdFree(RegisterWorkspace command, Workspaces workspaces) {
        String wanted = command.externalId();
        Optional<WorkspaceId> owner =
                Optional.ofNullable(wanted)
                        .flatMap(id -> workspaces.withExternalId(command.hub(), id));
        return Rejection.when(owner.isPresent(), EXTERNAL_ID_TAKEN, "externalId", wanted);
    }
}
