package io.keyledger.query.audittrail;

import io.keyledger.query.audittrail.Subject.Own;
import io.keyledger.query.paging.Cursor;
import io.keyledger.query.paging.Page;
import java.util.Optional;
import java.util.function.Consumer;

/** Answers about what happened, as far as the trail has read the ledger. */
public final class AuditTrail {

    /** The name of the streaming processor that keeps the trail. */
    public static final String GROUP = AuditTrailProjection.GROUP;

    /** How many entries an export reads at once. */
    private static final int BATCH = 500;

    private final AuditTable table;
    private final SearchTable searched;

    AuditTrail(AuditTable table, SearchTable searched) {
        this.table = table;
        this.searched = searched;
    }

    /** What meets a search, newest first. */
    public Page<AuditEntry> search(AuditSearch search, Cursor after, int limit) {
        return Page.of(searched.find(search, after, limit + 1), limit, AuditEntry::position);
    }

    /**
     * Everything that meets a search, newest first, however much it is: it is read part by part,
     * and no connection waits for whoever takes it.
     */
    public void each(AuditSearch search, Cursor after, Consumer<AuditEntry> taker) {
        Cursor next = after;
        while (next != null) {
            Page<AuditEntry> page = search(search, next, BATCH);
            page.items().forEach(taker);
            next = page.next();
        }
    }

    /** The id of the entry that the trail has read at a position. */
    public Optional<String> eventAt(long position) {
        return table.eventAt(position);
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
