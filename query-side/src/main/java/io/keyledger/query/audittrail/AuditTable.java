package io.keyledger.query.audittrail;

import io.keyledger.api.ledger.OriginKeys;
import io.keyledger.query.audittrail.Subject.Own;
import io.keyledger.query.paging.Cursor;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of {@code audit_entry}. */
final class AuditTable {

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
        jdbc.sql(insertAbout(subject.own()))
                .param("position", position)
                .param("eventId", message.getIdentifier())
                .param("at", Timestamp.from(message.getTimestamp()))
                .param("event", name)
                .param("hub", subject.hub(), Types.VARCHAR)
                .param("workspace", subject.workspace(), Types.VARCHAR)
                .param("campaign", subject.campaign(), Types.VARCHAR)
                .param("credential", subject.credential(), Types.VARCHAR)
                .param("app", subject.app(), Types.VARCHAR)
                .param("account", subject.account(), Types.VARCHAR)
                .param("actor", origin.get(OriginKeys.ACTOR))
                .param("onBehalfOf", text(origin, OriginKeys.ON_BEHALF_OF), Types.VARCHAR)
                .param("sourceAddress", text(origin, OriginKeys.SOURCE_ADDRESS), Types.VARCHAR)
                .param("correlationId", origin.get(OriginKeys.CORRELATION_ID))
                .param("causationId", origin.get(OriginKeys.CAUSATION_ID))
                .param("reason", text(origin, OriginKeys.REASON), Types.VARCHAR)
                .param("changes", row.json(changes))
                .update();
    }

    /**
     * An entry names its workspace, hub, app and person even where the event does not: they stand
     * in the first entry about the same thing, or, for the hub, about its workspace. The same
     * position twice is the same entry twice.
     */
    private static String insertAbout(Own own) {
        return """
        with known as (select * from audit_entry where %s order by position limit 1)
        insert into audit_entry (position, event_id, at, event, hub_id, workspace_id,
            campaign_id, credential_id, app_id, account_id, actor, on_behalf_of, source_address,
            correlation_id, causation_id, reason, changes)
        select :position, :eventId, :at, :event,
            coalesce(:hub, known.hub_id, (select hub_id from audit_entry
                where workspace_id = coalesce(:workspace, known.workspace_id)
                order by position limit 1)),
            coalesce(:workspace, known.workspace_id),
            :campaign, :credential, coalesce(:app, known.app_id),
            coalesce(:account, known.account_id), :actor, :onBehalfOf, :sourceAddress,
            :correlationId, :causationId, :reason, :changes::jsonb
        from (values (true)) as one left join known on true
        on conflict (position) do nothing
        """
                .formatted(own.condition());
    }

    Optional<String> eventAt(long position) {
        return jdbc.sql("select event_id from audit_entry where position = ?")
                .param(position)
                .query(String.class)
                .optional();
    }

    /** What happened to one thing, oldest first. */
    List<AuditEntry> about(Own kind, String id, Cursor after, int limit) {
        return jdbc.sql(
                        """
                        select * from audit_entry where %s and position > :after
                        order by position limit :limit
                        """
                                .formatted(kind.condition()))
                .param(kind.name().toLowerCase(Locale.ROOT), id)
                .param("after", after.position())
                .param("limit", limit)
                .query(row)
                .list();
    }

    private static @Nullable String text(MetaData origin, String key) {
        return (String) origin.get(key);
    }
}
