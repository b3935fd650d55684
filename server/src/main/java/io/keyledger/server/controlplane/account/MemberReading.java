package io.keyledger.server.controlplane.account;

import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.query.inventory.Inventory;
import io.keyledger.query.inventory.OAuthInventory;
import io.keyledger.server.controlplane.Freshness;
import io.keyledger.server.controlplane.Listing;
import io.keyledger.server.controlplane.PathIds;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /admin/v1/workspaces/{workspace}/members}: who belongs to a workspace. */
@RestController
@Tag(name = "People")
final class MemberReading {

    private final Inventory workspaces;
    private final OAuthInventory inventory;
    private final Freshness freshness;

    MemberReading(Inventory workspaces, OAuthInventory inventory, Freshness freshness) {
        this.workspaces = workspaces;
        this.inventory = inventory;
        this.freshness = freshness;
    }

    @Operation(summary = "List the people of a workspace, in the order in which they joined")
    @GetMapping("/admin/v1/workspaces/{workspace}/members")
    Listing<MemberAnswer> list(
            @PathVariable String workspace,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        String id = PathIds.workspace(workspace).value();
        freshness.await(Inventory.GROUP);
        if (workspaces.workspace(id).isEmpty()) {
            throw CommandRejected.because(RejectionReason.WORKSPACE_UNKNOWN);
        }
        return Listing.of(
                inventory.membersOf(id, Listing.cursor(cursor), Listing.limit(limit)),
                MemberAnswer::of);
    }
}
