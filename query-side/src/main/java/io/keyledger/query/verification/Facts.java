package io.keyledger.query.verification;

import io.keyledger.verdict.Credential;
import io.keyledger.verdict.WorkspaceStanding;
import io.keyledger.verdict.profile.CompiledProfile;

/**
 * All that a verdict depends on, as it was at one instant.
 *
 * @param at that instant by the database's clock, in milliseconds since the epoch
 */
record Facts(Credential credential, WorkspaceStanding standing, CompiledProfile profile, long at) {}
