package io.keyledger.query.verification;

import io.keyledger.api.apikey.ApiKeyId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds old secrets whose grace is over and of which nobody has recorded that they are retired. */
public final class RetirementCandidates {

    private final JdbcClient jdbc;

    RetirementCandidates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The longest overdue first, at most {@code limit}. */
    public List<Secret> due(Instant now, int limit) {
        return jdbc.sql(
                        """
                        select credential_id, generation from credential
                        where grace_ends_at <= ? and not revoked and kind = 'api_key'
                        order by grace_ends_at limit ?
                        """)
                .params(Timestamp.from(now), limit)
                .query((row, _) -> new Secret(new ApiKeyId(row.getString(1)), row.getInt(2)))
                .list();
    }

    /** One secret of a key. */
    public record Secret(ApiKeyId key, int generation) {}
}
