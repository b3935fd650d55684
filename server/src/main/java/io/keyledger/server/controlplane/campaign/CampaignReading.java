package io.keyledger.server.controlplane.campaign;

import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.query.audittrail.AuditTrail;
import io.keyledger.query.inventory.CampaignView;
import io.keyledger.query.inventory.Inventory;
import io.keyledger.server.controlplane.Freshness;
import io.keyledger.server.controlplane.HistoryAnswer;
import io.keyledger.server.controlplane.Listing;
import io.keyledger.server.controlplane.PathIds;
import io.keyledger.server.controlplane.caller.EntityTag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The campaigns of a workspace, one campaign, its filters, and what happened to it. */
@RestController
final class CampaignReading {

    private final Inventory inventory;
    private final AuditTrail trail;
    private final Freshness freshness;

    CampaignReading(Inventory inventory, AuditTrail trail, Freshness freshness) {
        this.inventory = inventory;
        this.trail = trail;
        this.freshness = freshness;
    }

    @GetMapping("/admin/v1/workspaces/{workspace}/campaigns")
    Listing<CampaignAnswer> list(
            @PathVariable String workspace,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        String id = PathIds.workspace(workspace).value();
        freshness.await(Inventory.GROUP);
        if (inventory.workspace(id).isEmpty()) {
            throw CommandRejected.because(RejectionReason.WORKSPACE_UNKNOWN);
        }
        return Listing.of(
                inventory.campaignsOf(id, Listing.cursor(cursor), Listing.limit(limit)),
                CampaignAnswer::of);
    }

    @GetMapping("/admin/v1/campaigns/{campaign}")
    ResponseEntity<CampaignAnswer> get(@PathVariable String campaign) {
        CampaignView view = view(campaign);
        return ResponseEntity.ok().eTag(EntityTag.of(view.version())).body(CampaignAnswer.of(view));
    }

    @GetMapping("/admin/v1/campaigns/{campaign}/filters")
    Listing<FilterAnswer> filters(
            @PathVariable String campaign,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Listing.of(
                inventory.filtersOf(
                        view(campaign).id(), Listing.cursor(cursor), Listing.limit(limit)),
                FilterAnswer::of);
    }

    @GetMapping("/admin/v1/campaigns/{campaign}/filters/{name}")
    ResponseEntity<FilterAnswer> filter(@PathVariable String campaign, @PathVariable String name) {
        CampaignView view = view(campaign);
        return inventory
                .filter(view.id(), name)
                .map(filter ->
                        ResponseEntity.ok()
                                .eTag(EntityTag.of(view.version()))
                                .body(FilterAnswer.of(filter)))
                .orElseThrow(() -> CommandRejected.because(RejectionReason.FILTER_UNKNOWN));
    }

    @GetMapping("/admin/v1/campaigns/{campaign}/history")
    Listing<HistoryAnswer> history(
            @PathVariable String campaign,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        String id = view(campaign).id();
        freshness.await(AuditTrail.GROUP);
        return Listing.of(
                trail.ofCampaign(id, Listing.cursor(cursor), Listing.limit(limit)),
                HistoryAnswer::of);
    }

    private CampaignView view(String campaign) {
        String id = PathIds.campaign(campaign).value();
        freshness.await(Inventory.GROUP);
        return inventory
                .campaign(id)
                .orElseThrow(() -> CommandRejected.because(RejectionReason.CAMPAIGN_UNKNOWN));
    }
}
