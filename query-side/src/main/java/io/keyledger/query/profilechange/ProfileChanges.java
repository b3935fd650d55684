package io.keyledger.query.profilechange;

import java.time.Clock;
import java.util.List;

/**
 * Answers whom a change of a profile would concern, as far as the inventory has read the ledger.
 */
public final class ProfileChanges {

    private final AffectedTable table;
    private final Clock clock;

    ProfileChanges(AffectedTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** The keys that would lose scopes. */
    public Affected<Affected.Key> keysLosing(String hub, List<String> scopes, int limit) {
        return table.keysWith(hub, scopes, clock.instant(), limit);
    }

    /** The workspaces on plans that would be gone, or lose their access. */
    public Affected<Affected.Workspace> workspacesOn(String hub, List<String> plans, int limit) {
        return table.workspacesOn(hub, plans, limit);
    }
}
