package io.keyledger.server.console.audit;

import io.keyledger.query.audittrail.AuditEntry;
import io.keyledger.query.audittrail.AuditSearch;
import io.keyledger.query.audittrail.AuditTrail;
import io.keyledger.query.paging.Page;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.console.frame.Names;
import io.keyledger.server.controlplane.Freshness;
import io.keyledger.server.controlplane.Listing;
import io.keyledger.server.controlplane.audit.EventTypes;
import io.keyledger.server.node.OnCommandNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a search finds, made ready to be shown. */
@Component
@OnCommandNode
class Found {

    private static final int ROWS = 50;

    private final AuditTrail trail;
    private final Freshness freshness;
    private final Names names;

    Found(AuditTrail trail, Freshness freshness, Names names) {
        this.trail = trail;
        this.freshness = freshness;
        this.names = names;
    }

    /** The model of the page with a part of what is found. */
    Map<String, Object> model(SearchForm form, AuditSearch search, @Nullable String cursor) {
        freshness.await(AuditTrail.GROUP);
        Page<AuditEntry> page = trail.search(search, Listing.cursor(cursor), ROWS);
        Map<String, Object> model = form(form, FormProblem.NONE);
        model.put("entries", page.items());
        model.put("actors", named(page.items()));
        if (page.next() != null) {
            model.put("next", page.next().encoded());
        }
        return model;
    }

    /** Each is asked for once, however often it stands there. */
    private Map<String, String> named(List<AuditEntry> entries) {
        return entries.stream()
                .map(AuditEntry::actor)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), names::ofActor));
    }

    /** The same where the search cannot be understood, and finds nothing. */
    Map<String, Object> form(SearchForm form, FormProblem problem) {
        Map<String, Object> model = new HashMap<>();
        model.put("search", form);
        model.put("types", EventTypes.all());
        model.put("problem", problem);
        model.put("entries", List.of());
        return model;
    }
}
