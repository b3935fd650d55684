package io.keyledger.server.controlplane.workspace;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.query.inventory.Inventory;
import io.keyledger.query.inventory.WorkspaceView;
import io.keyledger.query.verification.HubDirectory;
import io.keyledger.server.controlplane.Freshness;
import io.keyledger.server.controlplane.Listing;
import io.keyledger.server.controlplane.PathIds;
import io.keyledger.server.controlplane.caller.EntityTag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /admin/v1/workspaces/{workspace}} and the workspaces of a hub. */
@RestController
final class WorkspaceReading {

    private final Inventory inventory;
    private final Freshness freshness;
    private final HubDirectory hubs;

    WorkspaceReading(Inventory inventory, Freshness freshness, HubDirectory hubs) {
        this.inventory = inventory;
        this.freshness = freshness;
        this.hubs = hubs;
    }

    @GetMapping("/admin/v1/hubs/{hub}/workspaces")
    Listing<WorkspaceAnswer> list(
            @PathVariable String hub,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        HubId id = PathIds.hub(hub);
        if (hubs.current(id).isEmpty()) {
            throw CommandRejected.because(RejectionReason.HUB_UNKNOWN);
        }
        freshness.await(Inventory.GROUP);
        return Listing.of(
                inventory.workspacesOf(id.value(), Listing.cursor(cursor), Listing.limit(limit)),
                WorkspaceAnswer::of);
    }

    @GetMapping("/admin/v1/workspaces/{workspace}")
    ResponseEntity<WorkspaceAnswer> get(@PathVariable String workspace) {
        String id = PathIds.workspace(workspace).value();
        freshness.await(Inventory.GROUP);
        WorkspaceView view =
                inventory
                        .workspace(id)
                        .orElseThrow(
                                () -> CommandRejected.because(RejectionReason.WORKSPACE_UNKNOWN));
        return ResponseEntity.ok()
                .eTag(EntityTag.of(view.version()))
                .body(WorkspaceAnswer.of(view));
    }
}
