package io.keyledger.query.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A workspace as admins see it.
 *
 * @param externalId the hub's own name for it; null when it has none
 * @param registeredPosition the ledger position that orders lists of workspaces
 * @param version counts the workspace's changes from 0; the base of its entity tag
 */
public record WorkspaceView(
        String id,
        String hub,
        String name,
        String plan,
        @Nullable String externalId,
        boolean suspended,
        Instant registeredAt,
        long registeredPosition,
        long version) {}
