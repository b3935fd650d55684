package io.keyledger.query.verification;

import static io.keyledger.query.verification.LedgerPosition.CURRENT;

import io.keyledger.api.hub.HubEvent.HubProfilePublished;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of {@code hub_profile}. */
final class HubProfileTable {

    /** “hubs” in ASCII: taken by those who will publish a profile. */
    private static final long HELD_STILL = 0x68756273L;

    private static final String SELECT =
            "select hub_id, version, profile, position from hub_profile";

    private final JdbcClient jdbc;

    HubProfileTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An older version never replaces a newer one. */
    void publish(HubProfilePublished event) {
        String prefix = event.profile().keys().prefix();
        try {
            jdbc.sql(
                            """
                            insert into hub_profile (hub_id, version, prefix, profile, position)
                            values (?, ?, ?, ?, %s)
                            on conflict (hub_id) do update set version = excluded.version,
                                prefix = excluded.prefix, profile = excluded.profile,
                                position = excluded.position
                            where hub_profile.version < excluded.version
                            """
                                    .formatted(CURRENT))
                    .params(
                            event.hub().value(),
                            event.version(),
                            prefix,
                            PublishedProfile.json(event.profile()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw CommandRejected.because(RejectionReason.HUB_PREFIX_TAKEN, "keys.prefix", prefix);
        }
    }

    @Nullable PublishedProfile find(String hub) {
        return jdbc.sql(SELECT + " where hub_id = ?")
                .param(hub)
                .query((row, _) -> published(row))
                .optional()
                .orElse(null);
    }

    List<PublishedProfile> all() {
        return jdbc.sql(SELECT + " order by hub_id").query((row, _) -> published(row)).list();
    }

    private static PublishedProfile published(ResultSet row) throws SQLException {
        return new PublishedProfile(
                row.getString(1), row.getInt(2), row.getString(3), row.getLong(4));
    }

    /** Until the end of the transaction, whoever calls this waits for whoever called it first. */
    void holdStill() {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(HELD_STILL).query().singleRow();
    }

    boolean hasLiveKeys(String hub) {
        return jdbc.sql(
                        """
                        select exists (
                            select from workspace_standing w
                            join credential c using (workspace_id)
                            where w.hub_id = ? and c.kind = 'api_key' and not c.revoked)
                        """)
                .param(hub)
                .query(Boolean.class)
                .single();
    }
}
