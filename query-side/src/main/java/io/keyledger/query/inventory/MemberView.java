package io.keyledger.query.inventory;

import io.keyledger.api.account.MemberRole;
import java.time.Instant;

/**
 * A person in a workspace.
 *
 * @param joinedPosition the ledger position that orders lists of members
 */
public record MemberView(
        String account,
        String workspace,
        String email,
        String name,
        MemberRole role,
        Instant joinedAt,
        long joinedPosition) {}
