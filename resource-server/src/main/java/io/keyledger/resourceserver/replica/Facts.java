package io.keyledger.resourceserver.replica;

import io.keyledger.verdict.Credential;
import io.keyledger.verdict.WorkspaceStanding;
import io.keyledger.verdict.profile.CompiledProfile;

/** All that a verdict on one credential depends on, as the data plane has told it. */
record Facts(
        String handle,
        Credential credential,
        WorkspaceStanding standing,
        CompiledProfile profile) {}
