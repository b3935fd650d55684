package io.keyledger.server.controlplane.workspace;

import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.api.workspace.WorkspaceCommand;
import io.keyledger.api.workspace.WorkspaceCommand.ChangeWorkspace;
import io.keyledger.api.workspace.WorkspaceCommand.ChangeWorkspacePlan;
import io.keyledger.api.workspace.WorkspaceCommand.RenameWorkspace;
import io.keyledger.api.workspace.WorkspaceCommand.ResumeWorkspace;
import io.keyledger.api.workspace.WorkspaceCommand.SuspendWorkspace;
import io.keyledger.api.workspace.WorkspaceCommand.WorkspaceChange;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.server.controlplane.ChangeAnswer;
import io.keyledger.server.controlplane.Mutations;
import io.keyledger.server.controlplane.PathIds;
import io.keyledger.server.controlplane.Why;
import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Changes of a workspace: its name and plan, and whether its credentials are accepted. */
@RestController
@OnCommandNode
public final class WorkspaceChanges {

    private final Mutations mutations;

    WorkspaceChanges(Mutations mutations) {
        this.mutations = mutations;
    }

    @PatchMapping("/admin/v1/workspaces/{workspace}")
    public ResponseEntity<ChangeAnswer> patch(
            @PathVariable String workspace, @RequestBody Patch patch, Caller caller) {
        return mutations.change(
                caller,
                workspace,
                patch,
                patch.reason(),
                patch.command(PathIds.workspace(workspace)));
    }

    @PostMapping("/admin/v1/workspaces/{workspace}/suspend")
    public ResponseEntity<ChangeAnswer> suspend(
            @PathVariable String workspace,
            @RequestBody(required = false) @Nullable Why why,
            Caller caller) {
        WorkspaceId id = PathIds.workspace(workspace);
        requireOthers(id, caller);
        return change(new SuspendWorkspace(id), why, caller);
    }

    @PostMapping("/admin/v1/workspaces/{workspace}/resume")
    public ResponseEntity<ChangeAnswer> resume(
            @PathVariable String workspace,
            @RequestBody(required = false) @Nullable Why why,
            Caller caller) {
        return change(new ResumeWorkspace(PathIds.workspace(workspace)), why, caller);
    }

    /** Nobody saws off the branch that he sits on: there may be no other. */
    private static void requireOthers(WorkspaceId workspace, Caller caller) {
        if (workspace.value().equals(caller.workspace())) {
            throw CommandRejected.because(RejectionReason.WORKSPACE_OWN);
        }
    }

    private ResponseEntity<ChangeAnswer> change(
            WorkspaceCommand command, @Nullable Why why, Caller caller) {
        Why given = why == null ? new Why(null) : why;
        return mutations.change(
                caller, command.workspace().value(), given, given.reason(), command);
    }

    /** What is to be changed; what is left out stays as it is. */
    public record Patch(@Nullable String name, @Nullable String plan, @Nullable String reason) {

        ChangeWorkspace command(WorkspaceId workspace) {
            List<WorkspaceChange> changes = new ArrayList<>();
            if (name != null) {
                changes.add(new RenameWorkspace(workspace, name));
            }
            if (plan != null) {
                changes.add(new ChangeWorkspacePlan(workspace, plan));
            }
            if (changes.isEmpty()) {
                throw ProblemException.of(
                        ProblemCode.MISSING_FIELD, "Name what to change: name or plan.");
            }
            return new ChangeWorkspace(workspace, changes);
        }
    }
}
