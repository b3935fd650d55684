package io.keyledger.query.verification;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.api.apikey.DocumentationId;
import io.keyledger.api.campaign.CampaignId;
import io.keyledger.api.hub.HubId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds what a documentation id documents, in the tables that decide on requests: the documentation
 * is gone in the moment in which the key is.
 */
public final class DocumentationDirectory {

    private final JdbcClient jdbc;

    DocumentationDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The key, while it opens anything at all. */
    public Optional<Documented> find(DocumentationId id) {
        return jdbc.sql(
                        """
                        select w.hub_id, w.workspace_id, w.plan, b.campaign_id, c.scopes,
                            c.access_filter
                        from key_binding b join credential c using (credential_id)
                            join workspace_standing w using (workspace_id)
                        where b.documentation_id = ? and not b.revoked and not c.revoked
                            and not w.suspended
                            and (c.valid_until is null or c.valid_until > clock_timestamp())
                        order by c.generation desc limit 1
                        """)
                .param(id.value())
                .query(DocumentationDirectory::documented)
                .optional();
    }

    private static Documented documented(ResultSet row, int number) throws SQLException {
        String campaign = row.getString("campaign_id");
        return new Documented(
                new HubId(row.getString("hub_id")),
                row.getString("workspace_id"),
                row.getString("plan"),
                List.of((String[]) row.getArray("scopes").getArray()),
                campaign == null ? null : new CampaignId(campaign),
                FilterColumn.filter(row.getString("access_filter")));
    }

    /**
     * What a key may do, as far as its documentation goes.
     *
     * @param campaign that it is bound to; null for all of its workspace
     * @param filter the rows that it may touch; null for all of its workspace
     */
    public record Documented(
            HubId hub,
            String workspace,
            String plan,
            List<String> scopes,
            @Nullable CampaignId campaign,
            @Nullable AccessFilter filter) {}
}
