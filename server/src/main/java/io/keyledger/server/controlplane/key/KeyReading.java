package io.keyledger.server.controlplane.key;

import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.query.inventory.Inventory;
import io.keyledger.query.inventory.KeyView;
import io.keyledger.server.controlplane.Freshness;
import io.keyledger.server.controlplane.Listing;
import io.keyledger.server.controlplane.PathIds;
import io.keyledger.server.controlplane.caller.EntityTag;
import java.time.Clock;
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
    private final Clock clock;

    KeyReading(Inventory inventory, Freshness freshness, Clock clock) {
        this.inventory = inventory;
        this.freshness = freshness;
        this.clock = clock;
    }

    @GetMapping("/admin/v1/workspaces/{workspace}/keys")
    Listing<KeyAnswer> list(
            @PathVariable String workspace,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        String id = PathIds.workspace(workspace).value();
        freshness.await(Inventory.GROUP);
        if (inventory.workspace(id).isEmpty()) {
            throw CommandRejected.because(RejectionReason.WORKSPACE_UNKNOWN);
        }
        return Listing.of(
                inventory.keysOf(id, Listing.cursor(cursor), Listing.limit(limit)),
                view -> KeyAnswer.of(view, clock.instant()));
    }

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
                .body(KeyAnswer.of(view, clock.instant()));
    }
}
