package io.keyledger.server.controlplane.grant;

import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.query.audittrail.AuditTrail;
import io.keyledger.query.inventory.GrantFilter;
import io.keyledger.query.inventory.GrantView;
import io.keyledger.query.inventory.Inventory;
import io.keyledger.query.inventory.OAuthInventory;
import io.keyledger.server.controlplane.Freshness;
import io.keyledger.server.controlplane.HistoryAnswer;
import io.keyledger.server.controlplane.Listing;
import io.keyledger.server.controlplane.PathIds;
import io.keyledger.server.controlplane.caller.EntityTag;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The grants of a workspace, an app or a person, one grant, and what happened to it. */
@RestController
@Tag(name = "Grants")
final class GrantReading {

    private final OAuthInventory inventory;
    private final AuditTrail trail;
    private final Freshness freshness;
    private final Clock clock;

    GrantReading(OAuthInventory inventory, AuditTrail trail, Freshness freshness, Clock clock) {
        this.inventory = inventory;
        this.trail = trail;
        this.freshness = freshness;
        this.clock = clock;
    }

    @Operation(
            summary = "List grants, ended ones included",
            description =
                    "Of a workspace, an app or a person, or of several of them together. A filter"
                            + " that nothing matches gives an empty list.")
    @GetMapping("/admin/v1/grants")
    Listing<GrantAnswer> list(
            @RequestParam(required = false) @Nullable String workspace,
            @RequestParam(required = false) @Nullable String app,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        freshness.await(Inventory.GROUP);
        return Listing.of(
                inventory.grants(
                        new GrantFilter(workspace, app, account),
                        Listing.cursor(cursor),
                        Listing.limit(limit)),
                view -> GrantAnswer.of(view, clock.instant()));
    }

    @Operation(
            summary = "Show a grant",
            description =
                    "With asOf, an instant that has passed: what its access tokens could do then.",
            parameters =
                    @Parameter(
                            name = "asOf",
                            in = ParameterIn.QUERY,
                            schema = @Schema(type = "string", format = "date-time")))
    @GetMapping("/admin/v1/grants/{grant}")
    ResponseEntity<GrantAnswer> get(@PathVariable String grant) {
        GrantView view = view(grant);
        return ResponseEntity.ok()
                .eTag(EntityTag.of(view.version()))
                .body(GrantAnswer.of(view, clock.instant()));
    }

    @Operation(summary = "Tell what happened to a grant and its tokens, oldest first")
    @GetMapping("/admin/v1/grants/{grant}/history")
    Listing<HistoryAnswer> history(
            @PathVariable String grant,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        String id = view(grant).id();
        freshness.await(AuditTrail.GROUP);
        return Listing.of(
                trail.ofCredential(id, Listing.cursor(cursor), Listing.limit(limit)),
                HistoryAnswer::of);
    }

    private GrantView view(String grant) {
        String id = PathIds.grant(grant).value();
        freshness.await(Inventory.GROUP);
        return inventory
                .grant(id)
                .orElseThrow(() -> CommandRejected.because(RejectionReason.GRANT_UNKNOWN));
    }
}
