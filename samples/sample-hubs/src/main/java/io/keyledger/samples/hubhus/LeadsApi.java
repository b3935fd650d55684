package io.keyledger.samples.hubhus;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.resourceserver.KeyledgerCredential;
import io.keyledger.resourceserver.ResourceNotFoundException;
import io.keyledger.resourceserver.rows.SqlCondition;
import io.keyledger.samples.data.Tenants;
import io.keyledger.samples.rows.Paging;
import io.keyledger.samples.rows.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The leads of a campaign. A credential with a filter sees the rows that match it, and no others;
 * what it writes must match before and after.
 */
@RestController
@RequestMapping("/hubhus/v2/campaigns/{campaign}/leads")
class LeadsApi {

    private final Rows rows;
    private final Tenants tenants;
    private final JdbcClient jdbc;

    LeadsApi(Rows rows, Tenants tenants, JdbcClient jdbc) {
        this.rows = rows;
        this.tenants = tenants;
        this.jdbc = jdbc;
    }

    @GetMapping
    Map<String, Object> list(
            @PathVariable String campaign,
            @RequestParam Map<String, String> query,
            KeyledgerCredential credential,
            @Nullable AccessFilter filter) {
        String workspace = open(campaign, credential);
        Paging paging = Paging.of(query);
        SqlCondition where = both(LeadQuery.of(campaign, query), Leads.FILTERS.sql(filter));
        long total = rows.count(Leads.COLLECTION, workspace, where);
        return Map.of(
                "data",
                rows.list(Leads.COLLECTION, workspace, where, paging.perPage(), paging.offset()),
                "meta",
                Map.of(
                        "current_page", paging.page(),
                        "per_page", paging.perPage(),
                        "last_page", paging.pages(total),
                        "total", total));
    }

    @GetMapping("/{lead}")
    Map<String, Object> get(
            @PathVariable String campaign,
            @PathVariable String lead,
            KeyledgerCredential credential,
            @Nullable AccessFilter filter) {
        String workspace = open(campaign, credential);
        return Map.of(
                "data", rows.find(Leads.COLLECTION, workspace, lead, visible(campaign, filter)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    public Map<String, Object> create(
            @PathVariable String campaign,
            @RequestBody Map<String, @Nullable Object> body,
            KeyledgerCredential credential,
            @Nullable AccessFilter filter) {
        String workspace = open(campaign, credential);
        Map<String, Object> lead = new HashMap<>(Leads.COLLECTION.created(body));
        lead.putIfAbsent("status", Leads.STATUSES.getFirst());
        Leads.FILTERS.requireWritable(filter, after(campaign, Map.of(), lead));
        lead.put("campaign_id", campaign);
        return Map.of("data", rows.insert(Leads.COLLECTION, workspace, lead));
    }

    /** The row is held from the look at it to its change, so that the two are of the same row. */
    @PatchMapping("/{lead}")
    @Transactional
    public Map<String, Object> change(
            @PathVariable String campaign,
            @PathVariable String lead,
            @RequestBody Map<String, @Nullable Object> body,
            KeyledgerCredential credential,
            @Nullable AccessFilter filter) {
        String workspace = open(campaign, credential);
        Map<String, @Nullable Object> before =
                rows.hold(Leads.COLLECTION, workspace, lead, visible(campaign, filter));
        Map<String, Object> changes = Leads.COLLECTION.changed(body);
        Leads.FILTERS.requireWritable(filter, after(campaign, before, changes));
        return Map.of("data", rows.update(Leads.COLLECTION, workspace, lead, changes));
    }

    private static SqlCondition visible(String campaign, @Nullable AccessFilter filter) {
        return both(LeadQuery.of(campaign, Map.of()), Leads.FILTERS.sql(filter));
    }

    private static Map<String, @Nullable Object> after(
            String campaign, Map<String, @Nullable Object> before, Map<String, Object> changes) {
        Map<String, @Nullable Object> after = new HashMap<>(before);
        changes.forEach(
                (field, value) -> after.put(field, value.equals(Rows.NOTHING) ? null : value));
        after.put("campaign", campaign);
        return after;
    }

    private static SqlCondition both(SqlCondition one, SqlCondition other) {
        List<Object> parameters = new ArrayList<>(one.parameters());
        parameters.addAll(other.parameters());
        return new SqlCondition("(" + one.sql() + " and " + other.sql() + ")", parameters);
    }

    /** The workspace, which has such a campaign. */
    private String open(String campaign, KeyledgerCredential credential) {
        String workspace = credential.workspace();
        tenants.furnish("hubhus", workspace);
        if (campaign.indexOf('\0') >= 0
                || jdbc.sql("select from hubhus_campaign where workspace = ? and id = ?")
                        .params(workspace, campaign)
                        .query((_, _) -> true)
                        .optional()
                        .isEmpty()) {
            throw new ResourceNotFoundException();
        }
        return workspace;
    }
}
