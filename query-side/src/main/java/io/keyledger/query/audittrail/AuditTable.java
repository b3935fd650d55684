package io.keyledger.query.audittrail;

import io.keyledger.api.ledger.OriginKeys;
import io.keyledger.query.paging.Cursor;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of {@code audit_entry}. */
final class AuditTable {

    /**
     * An entry about a key or a campaign names its workspace and hub even where the event does not:
     * they stand in the first entry about it. The same position twice is the same entry twice.
     */
    private static final String INSERT =
            """
            insert into audit_entry (position, event_id, at, event, hub_id, workspace_id,
                campaign_id, credential_id, actor, on_behalf_of, source_address, correlation_id, causation_id,
                reason, changes)
            select :position, :eventId, :at, :event,
                coalesce(:hub, (select hub_id from audit_entry
                    where workspace_id = coalesce(:workspace, known.workspace_id)
                    order by position limit 1)),
                coalesce(:workspace, known.workspace_id),
                :campaign, :credential, :actor, :onBehalfOf, :sourceAddress, :correlationId, :causationId,
                :reason, :changes::jsonb
            from (select coalesce(
                (select workspace_id from audit_entry where credential_id = :credential
                    order by position limit 1),
                (select workspace_id from audit_entry where campaign_id = :campaign
                    order by position limit 1)) as workspace_id) as known
            on conflict (position) do nothing
            """;

    private final JdbcClient jdbc;
    private final AuditRow row;

    AuditTable(JdbcClient jdbc, AuditRow row) {
        this.jdbc = jdbc;
        this.row = row;
    }

    void insert(
            long position,
            String name,
            EventMessage<?> message,
            Subject subject,
            List<Change> changes) {
        MetaData origin = message.getMetaData();
        jdbc.sql(INSERT)
                .param("position", position)
                .param("eventId", message.getIdentifier())
                .param("at", Timestamp.from(message.getTimestamp()))
                .param("event", name)
                .param("hub", subject.hub(), Types.VARCHAR)
                .param("workspace", subject.workspace(), Types.VARCHAR)
                .param("campaign", subject.campaign(), Types.VARCHAR)
                .param("credential", subject.credential(), Types.VARCHAR)
                .param("actor", origin.get(OriginKeys.ACTOR))
                .param("onBehalfOf", text(origin, OriginKeys.ON_BEHALF_OF), Types.VARCHAR)
                .param("sourceAddress", text(origin, OriginKeys.SOURCE_ADDRESS), Types.VARCHAR)
                .param("correlationId", origin.get(OriginKeys.CORRELATION_ID))
                .param("causationId", origin.get(OriginKeys.CAUSATION_ID))
                .param("reason", text(origin, OriginKeys.REASON), Types.VARCHAR)
                .param("changes", row.json(changes))
                .update();
    }

    List<AuditEntry> ofCredential(String credential, Cursor after, int limit) {
        return about("credential_id", credential, after, limit);
    }

    List<AuditEntry> ofCampaign(String campaign, Cursor after, int limit) {
        return about("campaign_id", campaign, after, limit);
    }

    private List<AuditEntry> about(String column, String id, Cursor after, int limit) {
        return jdbc.sql(
                        """
                        select * from audit_entry where %s = ? and position > ?
                        order by position limit ?
                        """
                                .formatted(column))
                .params(id, after.position(), limit)
                .query(row)
                .list();
    }

    private static @Nullable String text(MetaData origin, String key) {
        return (String) origin.get(key);
    }
}
