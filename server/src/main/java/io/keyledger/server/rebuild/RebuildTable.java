package io.keyledger.server.rebuild;

import io.keyledger.api.ledger.Origin;
import io.keyledger.query.paging.Cursor;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of {@code projection_rebuild}, as far as it tells of rebuilds and orders them. */
final class RebuildTable {

    private final JdbcClient jdbc;
    private final RebuildRow row;

    RebuildTable(JdbcClient jdbc, RebuildRow row) {
        this.jdbc = jdbc;
        this.row = row;
    }

    boolean knows(String projection) {
        return jdbc.sql("select exists (select from projection_table where projection = ?)")
                .param(projection)
                .query(Boolean.class)
                .single();
    }

    /** Adds one that runs; adds nothing when there is one of this id, or another one runs. */
    void insert(UUID id, String projection, Origin origin) {
        jdbc.sql(
                        """
                        insert into projection_rebuild (rebuild_id, projection, started_by,
                            on_behalf_of, source_address, correlation_id, reason)
                        values (:id, :projection, :by, :onBehalfOf, :from, :correlation, :reason)
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("projection", projection)
                .param("by", origin.actor())
                .param("onBehalfOf", origin.onBehalfOf(), Types.VARCHAR)
                .param("from", origin.sourceAddress(), Types.VARCHAR)
                .param("correlation", origin.correlationId())
                .param("reason", origin.reason(), Types.VARCHAR)
                .update();
    }

    /**
     * Takes the right to go on away from whoever works on it.
     *
     * @return whether one was running
     */
    boolean cancel(String projection, String by) {
        return jdbc.sql(
                                """
                                update projection_rebuild set state = 'cancelled', owner = null,
                                    ended_at = clock_timestamp(), ended_by = ?
                                where projection = ? and state = 'running'
                                """)
                        .params(by, projection)
                        .update()
                > 0;
    }

    Optional<Rebuild> find(UUID id) {
        return jdbc.sql("select * from projection_rebuild where rebuild_id = ?")
                .param(id)
                .query(row)
                .optional();
    }

    Optional<Rebuild> latest(String projection) {
        return of(projection, Cursor.START, 1).stream().findFirst();
    }

    /** Newest first. */
    List<Rebuild> of(String projection, Cursor after, int limit) {
        return jdbc.sql(
                        """
                        select * from projection_rebuild
                        where projection = ? and (? = 0 or number < ?)
                        order by number desc limit ?
                        """)
                .params(projection, after.position(), after.position(), limit)
                .query(row)
                .list();
    }

    List<Long> running() {
        return jdbc.sql("select number from projection_rebuild where state = 'running' order by 1")
                .query((it, _) -> it.getLong(1))
                .list();
    }
}
