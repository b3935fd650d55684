package io.keyledger.query.oauth;

import io.keyledger.api.account.MemberRole;
import io.keyledger.api.workspace.WorkspaceId;

/** A workspace that a person belongs to. */
public record WorkspaceChoice(
        WorkspaceId workspace, String name, String plan, boolean suspended, MemberRole role) {}
