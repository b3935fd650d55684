package io.keyledger.server.console.access;

import io.keyledger.api.account.MemberRole;
import io.keyledger.server.page.PageProblem;

/**
 * Somebody who runs Keyledger, or audits all of it.
 *
 * @param role admin or auditor
 */
public record Operator(SignedIn who, MemberRole role) {

    /** Whether they may change anything. */
    public boolean changes() {
        return role == MemberRole.ADMIN;
    }

    /** Refuses those who only read. A page with nothing but a form on it is not for them. */
    public void requireChanges() {
        if (!changes()) {
            throw new PageProblem(
                    403, "You can read this and not change it", "An operator can change it.");
        }
    }
}
