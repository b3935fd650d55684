package io.keyledger.server.dataplane;

import io.keyledger.verdict.Credential;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.WorkspaceStanding;
import io.keyledger.verdict.profile.CompiledProfile;

/** Positions in the ledger. */
final class Positions {

    private Positions() {}

    /** The newest ledger entry that the verdict rests on; 0 when it rests on none. */
    static long of(Verdict verdict) {
        Credential credential = verdict.credential();
        WorkspaceStanding standing = verdict.standing();
        CompiledProfile profile = verdict.profile();
        long newest = credential == null ? 0 : credential.position();
        newest = Math.max(newest, standing == null ? 0 : standing.position());
        return Math.max(newest, profile == null ? 0 : profile.position());
    }
}
