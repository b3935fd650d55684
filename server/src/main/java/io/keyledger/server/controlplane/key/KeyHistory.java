package io.keyledger.server.controlplane.key;

import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.query.audittrail.AuditEntry;
import io.keyledger.query.audittrail.AuditTrail;
import io.keyledger.query.paging.Page;
import io.keyledger.query.verification.KeyDirectory;
import io.keyledger.server.controlplane.Freshness;
import io.keyledger.server.controlplane.HistoryAnswer;
import io.keyledger.server.controlplane.Listing;
import io.keyledger.server.controlplane.PathIds;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /admin/v1/keys/{key}/history}: what happened to a key, oldest first. */
@RestController
final class KeyHistory {

    private final AuditTrail trail;
    private final Freshness freshness;
    private final KeyDirectory keys;

    KeyHistory(AuditTrail trail, Freshness freshness, KeyDirectory keys) {
        this.trail = trail;
        this.freshness = freshness;
        this.keys = keys;
    }

    @GetMapping("/admin/v1/keys/{key}/history")
    Listing<HistoryAnswer> history(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        ApiKeyId id = PathIds.key(key);
        if (keys.hubOf(id).isEmpty()) {
            throw CommandRejected.because(RejectionReason.KEY_UNKNOWN);
        }
        freshness.await(AuditTrail.GROUP);
        Page<AuditEntry> page =
                trail.ofCredential(id.value(), Listing.cursor(cursor), Listing.limit(limit));
        return Listing.of(page, HistoryAnswer::of);
    }
}
