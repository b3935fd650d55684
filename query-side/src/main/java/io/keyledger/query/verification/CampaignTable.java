package io.keyledger.query.verification;

import static io.keyledger.query.verification.LedgerPosition.CURRENT;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.api.access.Condition;
import io.keyledger.api.campaign.CampaignEvent.CampaignCreated;
import io.keyledger.api.campaign.CampaignId;
import io.keyledger.api.campaign.FilterBinding;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.api.workspace.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The SQL of {@code campaign} and {@code campaign_filter}, in the transaction that appends the
 * event. Appends come one after the other, so what is refused here cannot slip in between.
 */
final class CampaignTable {

    private static final String UNBOUND =
            """
            not exists (select from key_binding
                where campaign_id = :campaign and filter_name = :filter and not revoked)
            """;

    private final JdbcClient jdbc;

    CampaignTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void create(CampaignCreated event) {
        try {
            jdbc.sql(
                            """
                            insert into campaign (campaign_id, workspace_id, collection, container,
                                external_id, position)
                            values (?, ?, ?, ?, ?, %s)
                            on conflict (campaign_id) do nothing
                            """
                                    .formatted(CURRENT))
                    .params(
                            event.campaign().value(),
                            event.workspace().value(),
                            event.collection(),
                            event.container(),
                            event.externalId())
                    .update();
        } catch (DuplicateKeyException e) {
            throw CommandRejected.because(
                    RejectionReason.CAMPAIGN_EXTERNAL_ID_TAKEN, "externalId", event.externalId());
        }
    }

    void putFilter(String campaign, String filter, List<Condition> conditions) {
        jdbc.sql(
                        """
                        insert into campaign_filter (campaign_id, name, conditions, position)
                        values (?, ?, ?::jsonb, %s)
                        on conflict (campaign_id, name) do update
                        set conditions = excluded.conditions, position = excluded.position
                        """
                                .formatted(CURRENT))
                .params(campaign, filter, FilterColumn.json(conditions))
                .update();
    }

    void removeFilter(String campaign, String filter) {
        jdbc.sql(
                        "delete from campaign_filter where campaign_id = :campaign"
                                + " and name = :filter and "
                                + UNBOUND)
                .param("campaign", campaign)
                .param("filter", filter)
                .update();
        if (hasFilter(campaign, filter)) {
            throw CommandRejected.because(RejectionReason.FILTER_IN_USE, "filter", filter);
        }
    }

    void archive(CampaignId campaign) {
        if (isBound(new FilterBinding(campaign, null))) {
            throw CommandRejected.because(RejectionReason.CAMPAIGN_IN_USE);
        }
        jdbc.sql(
                        "update campaign set archived = true, position = %s where campaign_id = ?"
                                .formatted(CURRENT))
                .param(campaign.value())
                .update();
    }

    /** What a key of a workspace that is bound so may touch; nothing when it cannot be bound so. */
    Optional<AccessFilter> resolve(String workspace, FilterBinding binding) {
        return jdbc.sql(
                        """
                        select c.collection, c.container, c.external_id, f.conditions
                        from campaign c left join campaign_filter f
                            on f.campaign_id = c.campaign_id and f.name = :filter
                        where c.campaign_id = :campaign and c.workspace_id = :workspace
                            and not c.archived
                            and (f.name is not null or cast(:filter as text) is null)
                        """)
                .param("campaign", binding.campaign().value())
                .param("workspace", workspace)
                .param("filter", binding.filter())
                .query((row, _) -> filter(row))
                .optional();
    }

    boolean isBound(FilterBinding binding) {
        return jdbc.sql(
                        """
                        select exists (select from key_binding
                            where campaign_id = :campaign and not revoked
                                and (filter_name = :filter or cast(:filter as text) is null))
                        """)
                .param("campaign", binding.campaign().value())
                .param("filter", binding.filter())
                .query(Boolean.class)
                .single();
    }

    Optional<CampaignId> withExternalId(WorkspaceId workspace, String externalId) {
        return jdbc.sql(
                        """
                        select campaign_id from campaign
                        where workspace_id = ? and external_id = ? and not archived
                        """)
                .params(workspace.value(), externalId)
                .query(String.class)
                .optional()
                .map(CampaignId::new);
    }

    private boolean hasFilter(String campaign, String filter) {
        return jdbc.sql(
                        """
                        select exists (
                            select from campaign_filter where campaign_id = ? and name = ?)
                        """)
                .params(campaign, filter)
                .query(Boolean.class)
                .single();
    }

    private static AccessFilter filter(ResultSet row) throws SQLException {
        String conditions = row.getString("conditions");
        return new AccessFilter(
                row.getString("collection"),
                row.getString("container"),
                row.getString("external_id"),
                conditions == null ? List.of() : FilterColumn.conditions(conditions));
    }
}
