package io.keyledger.query.inventory;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL that tells what keys can be bound to. */
final class BindableTable {

    private final JdbcClient jdbc;

    BindableTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each campaign that is not archived, followed by its filters. */
    List<Bindable> ofWorkspace(String workspace, int limit) {
        return jdbc.sql(
                        """
                        select c.campaign_id, c.name as campaign, f.name as filter
                        from inventory_campaign c cross join lateral (
                            select null as name, 0 as defined_position
                            union all
                            select name, defined_position from inventory_filter
                            where campaign_id = c.campaign_id) f
                        where c.workspace_id = ? and c.archived_at is null
                        order by c.created_position, f.defined_position limit ?
                        """)
                .params(workspace, limit)
                .query((row, _) ->
                        new Bindable(
                                row.getString("campaign_id"),
                                row.getString("campaign"),
                                row.getString("filter")))
                .list();
    }
}
