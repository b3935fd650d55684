package io.keyledger.query.replay;

import io.keyledger.api.workspace.WorkspaceEvent;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspacePlanChanged;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceRegistered;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceRenamed;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceResumed;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceSuspended;
import io.keyledger.verdict.WorkspaceStanding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a workspace stood, as far as it was told. */
final class PastWorkspace {

    private @Nullable WorkspaceStanding standing;

    /** Null when there was no such workspace. */
    static @Nullable WorkspaceStanding standing(List<LedgerEntry> entries) {
        PastWorkspace workspace = new PastWorkspace();
        entries.forEach(it -> workspace.on((WorkspaceEvent) it.event(), it.position()));
        return workspace.standing;
    }

    private void on(WorkspaceEvent event, long position) {
        WorkspaceStanding known = standing;
        if (event instanceof WorkspaceRegistered it) {
            standing =
                    new WorkspaceStanding(
                            it.workspace().value(), it.hub().value(), it.plan(), false, position);
        } else if (known != null) {
            standing = after(known, event, position);
        }
    }

    private static WorkspaceStanding after(
            WorkspaceStanding known, WorkspaceEvent event, long position) {
        return switch (event) {
            case WorkspacePlanChanged it -> changed(known, it.plan(), known.suspended(), position);
            case WorkspaceSuspended _ -> changed(known, known.plan(), true, position);
            case WorkspaceResumed _ -> changed(known, known.plan(), false, position);
            case WorkspaceRenamed _, WorkspaceRegistered _ -> known;
        };
    }

    private static WorkspaceStanding changed(
            WorkspaceStanding known, String plan, boolean suspended, long position) {
        return new WorkspaceStanding(known.workspace(), known.hub(), plan, suspended, position);
    }
}
