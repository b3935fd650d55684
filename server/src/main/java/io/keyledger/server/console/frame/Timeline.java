package io.keyledger.server.console.frame;

import io.keyledger.query.audittrail.AuditEntry;
import io.keyledger.query.audittrail.AuditTrail;
import io.keyledger.query.paging.Cursor;
import io.keyledger.query.paging.Page;
import io.keyledger.server.controlplane.Freshness;
import io.keyledger.server.node.OnCommandNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What happened to one thing, newest first, for {@code console/parts :: timeline}. */
@Component
@OnCommandNode
public class Timeline {

    /** More than that is for the audit pages. */
    private static final int MOST = 200;

    private static final int PAGE = 200;

    private final AuditTrail trail;
    private final Freshness freshness;
    private final Names names;

    Timeline(AuditTrail trail, Freshness freshness, Names names) {
        this.trail = trail;
        this.freshness = freshness;
        this.names = names;
    }

    public List<Happening> ofApp(String app) {
        return newestFirst(cursor -> trail.ofApp(app, cursor, PAGE));
    }

    /** Of a campaign and its filters. */
    public List<Happening> ofCampaign(String campaign) {
        return newestFirst(cursor -> trail.ofCampaign(campaign, cursor, PAGE));
    }

    /** Of a key or a grant. */
    public List<Happening> ofCredential(String credential) {
        return newestFirst(cursor -> trail.ofCredential(credential, cursor, PAGE));
    }

    private List<Happening> newestFirst(Function<Cursor, Page<AuditEntry>> pages) {
        freshness.await(AuditTrail.GROUP);
        Deque<AuditEntry> latest = new ArrayDeque<>();
        Page<AuditEntry> page = pages.apply(Cursor.START);
        add(latest, page);
        while (page.next() != null) {
            page = pages.apply(page.next());
            add(latest, page);
        }
        Map<String, String> known = new HashMap<>();
        return latest.stream()
                .map(it ->
                        Happening.of(it, known.computeIfAbsent(it.actor(), names::ofActor), names))
                .toList();
    }

    private static void add(Deque<AuditEntry> latest, Page<AuditEntry> page) {
        page.items().forEach(latest::addFirst);
        while (latest.size() > MOST) {
            latest.removeLast();
        }
    }
}
