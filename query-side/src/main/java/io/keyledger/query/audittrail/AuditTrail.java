package io.keyledger.query.audittrail;

import io.keyledger.query.paging.Cursor;
import io.keyledger.query.paging.Page;

/** Answers about what happened, as far as the trail has read the ledger. */
public final class AuditTrail {

    /** The name of the streaming processor that keeps the trail. */
    public static final String GROUP = AuditTrailProjection.GROUP;

    private final AuditTable table;

    AuditTrail(AuditTable table) {
        this.table = table;
    }

    /** What happened to one campaign and its filters, oldest first. */
    public Page<AuditEntry> ofCampaign(String campaign, Cursor after, int limit) {
        return Page.of(table.ofCampaign(campaign, after, limit + 1), limit, AuditEntry::position);
    }

    /** What happened to one credential, oldest first. */
    public Page<AuditEntry> ofCredential(String credential, Cursor after, int limit) {
        return Page.of(
                table.ofCredential(credential, after, limit + 1), limit, AuditEntry::position);
    }
}
