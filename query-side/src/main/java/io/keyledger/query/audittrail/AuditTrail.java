package io.keyledger.query.audittrail;

import io.keyledger.query.audittrail.Subject.Own;
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
        return about(Own.CAMPAIGN, campaign, after, limit);
    }

    /** What happened to one key or grant, oldest first. */
    public Page<AuditEntry> ofCredential(String credential, Cursor after, int limit) {
        return about(Own.CREDENTIAL, credential, after, limit);
    }

    /** What happened to one OAuth app itself, oldest first; its grants have their own history. */
    public Page<AuditEntry> ofApp(String app, Cursor after, int limit) {
        return about(Own.APP, app, after, limit);
    }

    /**
     * What happened to one person's account and where they belong, oldest first; what they have
     * granted has its own history.
     */
    public Page<AuditEntry> ofAccount(String account, Cursor after, int limit) {
        return about(Own.ACCOUNT, account, after, limit);
    }

    private Page<AuditEntry> about(Own kind, String id, Cursor after, int limit) {
        return Page.of(table.about(kind, id, after, limit + 1), limit, AuditEntry::position);
    }
}
