package io.keyledger.server.controlplane.oauthapp;

import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.query.audittrail.AuditTrail;
import io.keyledger.query.inventory.Inventory;
import io.keyledger.query.inventory.OAuthAppView;
import io.keyledger.query.inventory.OAuthInventory;
import io.keyledger.server.controlplane.Freshness;
import io.keyledger.server.controlplane.HistoryAnswer;
import io.keyledger.server.controlplane.Listing;
import io.keyledger.server.controlplane.PathIds;
import io.keyledger.server.controlplane.caller.EntityTag;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The OAuth apps of a workspace, one app, and what happened to it. */
@RestController
@Tag(name = "OAuth apps")
final class AppReading {

    private final Inventory workspaces;
    private final OAuthInventory inventory;
    private final AuditTrail trail;
    private final Freshness freshness;
    private final Clock clock;

    AppReading(
            Inventory workspaces,
            OAuthInventory inventory,
            AuditTrail trail,
            Freshness freshness,
            Clock clock) {
        this.workspaces = workspaces;
        this.inventory = inventory;
        this.trail = trail;
        this.freshness = freshness;
        this.clock = clock;
    }

    @Operation(summary = "List the OAuth apps of a workspace, deleted ones included")
    @GetMapping("/admin/v1/workspaces/{workspace}/oauth-apps")
    Listing<AppAnswer> list(
            @PathVariable String workspace,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        String id = PathIds.workspace(workspace).value();
        freshness.await(Inventory.GROUP);
        if (workspaces.workspace(id).isEmpty()) {
            throw CommandRejected.because(RejectionReason.WORKSPACE_UNKNOWN);
        }
        return Listing.of(
                inventory.appsOf(id, Listing.cursor(cursor), Listing.limit(limit)),
                view -> AppAnswer.inList(view, clock.instant()));
    }

    @Operation(summary = "Show an OAuth app, with its logo and without its secrets")
    @GetMapping("/admin/v1/oauth-apps/{app}")
    ResponseEntity<AppAnswer> get(@PathVariable String app) {
        OAuthAppView view = view(app);
        return ResponseEntity.ok()
                .eTag(EntityTag.of(view.version()))
                .body(AppAnswer.alone(view, clock.instant()));
    }

    @Operation(summary = "Tell what happened to an OAuth app, oldest first")
    @GetMapping("/admin/v1/oauth-apps/{app}/history")
    Listing<HistoryAnswer> history(
            @PathVariable String app,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        String id = view(app).id();
        freshness.await(AuditTrail.GROUP);
        return Listing.of(
                trail.ofApp(id, Listing.cursor(cursor), Listing.limit(limit)), HistoryAnswer::of);
    }

    private OAuthAppView view(String app) {
        String id = PathIds.app(app).value();
        freshness.await(Inventory.GROUP);
        return inventory
                .app(id)
                .orElseThrow(() -> CommandRejected.because(RejectionReason.APP_UNKNOWN));
    }
}
