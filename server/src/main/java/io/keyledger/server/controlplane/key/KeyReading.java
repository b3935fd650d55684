package io.keyledger.server.controlplane.key;

import io.keyledger.api.apikey.DocumentationId;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.query.inventory.Inventory;
import io.keyledger.query.inventory.KeyView;
import io.keyledger.query.inventory.WorkspaceView;
import io.keyledger.query.paging.Page;
import io.keyledger.query.usage.Usage;
import io.keyledger.query.verification.HubDirectory;
import io.keyledger.server.controlplane.Freshness;
import io.keyledger.server.controlplane.Listing;
import io.keyledger.server.controlplane.PathIds;
import io.keyledger.server.controlplane.caller.EntityTag;
import io.keyledger.server.controlplane.documentation.DocumentationLinks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /admin/v1/keys/{key}} and the keys of a workspace. */
@RestController
final class KeyReading {

    private final Inventory inventory;
    private final Freshness freshness;
    private final HubDirectory hubs;
    private final Usage usage;
    private final Clock clock;

    KeyReading(
            Inventory inventory, Freshness freshness, HubDirectory hubs, Usage usage, Clock clock) {
        this.inventory = inventory;
        this.freshness = freshness;
        this.hubs = hubs;
        this.usage = usage;
        this.clock = clock;
    }

    @GetMapping("/admin/v1/workspaces/{workspace}/keys")
    Listing<KeyAnswer> list(
            @PathVariable String workspace,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        String id = PathIds.workspace(workspace).value();
        freshness.await(Inventory.GROUP);
        WorkspaceView owner =
                inventory
                        .workspace(id)
                        .orElseThrow(
                                () -> CommandRejected.because(RejectionReason.WORKSPACE_UNKNOWN));
        String basePath = basePath(owner.hub());
        Page<KeyView> page = inventory.keysOf(id, Listing.cursor(cursor), Listing.limit(limit));
        Map<String, Instant> lastUsed =
                usage.lastUsed(page.items().stream().map(KeyView::id).toList());
        return Listing.of(page, view -> answer(view, basePath, lastUsed.get(view.id())));
    }

    @Operation(
            summary = "Show a key",
            description = "With asOf, an instant that has passed: what it could do then.",
            parameters =
                    @Parameter(
                            name = "asOf",
                            in = ParameterIn.QUERY,
                            schema = @Schema(type = "string", format = "date-time")))
    @GetMapping("/admin/v1/keys/{key}")
    ResponseEntity<KeyAnswer> get(@PathVariable String key) {
        String id = PathIds.key(key).value();
        freshness.await(Inventory.GROUP);
        KeyView view =
                inventory
                        .key(id)
                        .orElseThrow(() -> CommandRejected.because(RejectionReason.KEY_UNKNOWN));
        return ResponseEntity.ok()
                .eTag(EntityTag.of(view.version()))
                .body(answer(view, basePath(view.hub()), usage.lastUsed(view.id()).orElse(null)));
    }

    /** Of a key that is revoked there is nothing to read. */
    private KeyAnswer answer(KeyView view, String basePath, @Nullable Instant lastUsedAt) {
        DocumentationId documentation = view.revokedAt() == null ? view.documentation() : null;
        return KeyAnswer.of(
                view, DocumentationLinks.url(basePath, documentation), lastUsedAt, clock.instant());
    }

    private String basePath(String hub) {
        return hubs.current(new HubId(hub))
                .map(HubProfile::basePath)
                .orElseThrow(() -> CommandRejected.because(RejectionReason.HUB_UNKNOWN));
    }
}
