package io.keyledger.server.console.access;

import io.keyledger.api.account.MemberRole;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.query.inventory.WorkspaceView;
import io.keyledger.server.page.PageProblem;

/**
 * Somebody in a workspace that they may enter.
 *
 * @param hub of the workspace; not always the one where they are signed in
 * @param role what they may do here
 */
public record WorkspaceAccess(
        SignedIn who, WorkspaceView workspace, HubProfile hub, MemberRole role) {

    /** Whether they may change anything. */
    public boolean changes() {
        return role == MemberRole.ADMIN;
    }

    /** Where a page of this workspace stands. */
    public String path(String below) {
        return who.path("/workspaces/" + workspace.id() + below);
    }

    /**
     * Refuses what belongs to another workspace, as if there were no such thing.
     *
     * @param owner the workspace that it belongs to
     */
    public void owns(String owner) {
        if (!owner.equals(workspace.id())) {
            throw Absent.page();
        }
    }

    /** Refuses those who only read. A page with nothing but a form on it is not for them. */
    public void requireChanges() {
        if (!changes()) {
            throw new PageProblem(
                    403,
                    "You can read this and not change it",
                    "Your role here is auditor. An admin of the workspace can change it.");
        }
    }
}
