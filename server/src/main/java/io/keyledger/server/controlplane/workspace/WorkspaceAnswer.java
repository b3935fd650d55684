package io.keyledger.server.controlplane.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyledger.query.inventory.WorkspaceView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A workspace.
 *
 * @param status {@code active} or {@code suspended}
 * @param externalId the hub's own name for it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkspaceAnswer(
        String id,
        String hub,
        String name,
        String plan,
        @Nullable String externalId,
        String status,
        Instant registeredAt) {

    static WorkspaceAnswer of(WorkspaceView view) {
        return new WorkspaceAnswer(
                view.id(),
                view.hub(),
                view.name(),
                view.plan(),
                view.externalId(),
                view.suspended() ? "suspended" : "active",
                view.registeredAt());
    }
}
