package io.keyledger.query.inventory;

import io.keyledger.api.access.Condition;
import io.keyledger.api.campaign.CampaignEvent.CampaignCreated;
import io.keyledger.api.campaign.CampaignSchema;
import io.keyledger.query.paging.Cursor;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of {@code inventory_campaign} and {@code inventory_filter}. */
final class CampaignTable {

    private final JdbcClient jdbc;
    private final CampaignRow row;

    CampaignTable(JdbcClient jdbc, CampaignRow row) {
        this.jdbc = jdbc;
        this.row = row;
    }

    void insert(CampaignCreated event, Entry entry) {
        jdbc.sql(
                        """
                        insert into inventory_campaign (campaign_id, workspace_id, hub_id,
                            collection, container, external_id, name, schema, created_at,
                            created_position, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                        on conflict (campaign_id) do nothing
                        """)
                .params(
                        event.campaign().value(),
                        event.workspace().value(),
                        event.hub().value(),
                        event.collection(),
                        event.container(),
                        event.externalId(),
                        event.name(),
                        row.json(event.schema()),
                        Timestamp.from(entry.at()),
                        entry.position(),
                        entry.version())
                .update();
    }

    void rename(String campaign, String name, Entry entry) {
        advance(campaign, entry, ", name = ?", name);
    }

    void changeSchema(String campaign, CampaignSchema schema, Entry entry) {
        advance(campaign, entry, ", schema = ?::jsonb", row.json(schema));
    }

    void archive(String campaign, Entry entry) {
        advance(campaign, entry, ", archived_at = ?", Timestamp.from(entry.at()));
    }

    void putFilter(String campaign, String filter, List<Condition> conditions, Entry entry) {
        if (advance(campaign, entry, "")) {
            jdbc.sql(
                            """
                            insert into inventory_filter
                                (campaign_id, name, conditions, defined_position)
                            values (?, ?, ?::jsonb, ?)
                            on conflict (campaign_id, name) do update
                            set conditions = excluded.conditions
                            """)
                    .params(campaign, filter, row.json(conditions), entry.position())
                    .update();
        }
    }

    void removeFilter(String campaign, String filter, Entry entry) {
        if (advance(campaign, entry, "")) {
            jdbc.sql("delete from inventory_filter where campaign_id = ? and name = ?")
                    .params(campaign, filter)
                    .update();
        }
    }

    Optional<CampaignView> find(String campaign) {
        return jdbc.sql("select * from inventory_campaign where campaign_id = ?")
                .param(campaign)
                .query(row::campaign)
                .optional();
    }

    List<CampaignView> ofWorkspace(String workspace, Cursor after, int limit) {
        return jdbc.sql(
                        """
                        select * from inventory_campaign
                        where workspace_id = ? and created_position > ?
                        order by created_position limit ?
                        """)
                .params(workspace, after.position(), limit)
                .query(row::campaign)
                .list();
    }

    Optional<FilterView> filter(String campaign, String filter) {
        return jdbc.sql("select * from inventory_filter where campaign_id = ? and name = ?")
                .params(campaign, filter)
                .query(row::filter)
                .optional();
    }

    List<FilterView> filtersOf(String campaign, Cursor after, int limit) {
        return jdbc.sql(
                        """
                        select * from inventory_filter
                        where campaign_id = ? and defined_position > ?
                        order by defined_position limit ?
                        """)
                .params(campaign, after.position(), limit)
                .query(row::filter)
                .list();
    }

    /**
     * An older version never overwrites a newer one, so that an event may come twice.
     *
     * @return whether the event was news
     */
    private boolean advance(String campaign, Entry entry, String assignment, Object... values) {
        List<Object> params = new ArrayList<>();
        params.add(entry.version());
        params.addAll(Arrays.asList(values));
        params.add(campaign);
        params.add(entry.version());
        return jdbc.sql(
                                "update inventory_campaign set version = ?%s where campaign_id = ? and version < ?"
                                        .formatted(assignment))
                        .params(params)
                        .update()
                > 0;
    }
}
