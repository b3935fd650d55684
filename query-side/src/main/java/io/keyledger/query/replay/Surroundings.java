package io.keyledger.query.replay;

import io.keyledger.verdict.WorkspaceStanding;
import io.keyledger.verdict.profile.CompiledProfile;
import org.jspecify.annotations.Nullable;

/** What a credential's rights depended on besides itself. */
record Surroundings(@Nullable WorkspaceStanding standing, @Nullable CompiledProfile profile) {}
