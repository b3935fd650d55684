package io.keyledger.query.usage;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers how much was asked, and how it ended, as far as the nodes have told. */
public final class Usage {

    private final JdbcClient jdbc;

    Usage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The intervals with requests to a workspace, in order. */
    public List<UsageInterval> ofWorkspace(String workspace, UsageRange range) {
        return intervals("workspace_id", workspace, range);
    }

    /** The intervals with requests by a key or grant, in order. */
    public List<UsageInterval> ofCredential(String credential, UsageRange range) {
        return intervals("credential_id", credential, range);
    }

    /** The credentials of a workspace with the most requests, in that order. */
    public List<UsedCredential> busiest(String workspace, UsageRange range, int limit) {
        return jdbc.sql(
                        """
                        select credential_id, sum(requests)::bigint as requests,
                            coalesce(sum(requests) filter (where code <> 'VALID'), 0)::bigint as refused
                        from %s where workspace_id = :workspace and at >= :from and at < :to
                        group by credential_id order by requests desc, credential_id limit :limit
                        """
                                .formatted(range.resolution().table()))
                .param("workspace", workspace)
                .param("from", Timestamp.from(range.from()))
                .param("to", Timestamp.from(range.to()))
                .param("limit", limit)
                .query((row, _) ->
                        new UsedCredential(row.getString(1), row.getLong(2), row.getLong(3)))
                .list();
    }

    /** When a key or grant was last used, however that ended. */
    public Optional<Instant> lastUsed(String credential) {
        return Optional.ofNullable(lastUsed(List.of(credential)).get(credential));
    }

    /** The same of many, without those that were never used. */
    public Map<String, Instant> lastUsed(Collection<String> credentials) {
        Map<String, Instant> last = new HashMap<>();
        jdbc.sql("select credential_id, at from credential_last_used where credential_id = any(?)")
                .param(credentials.toArray(String[]::new))
                .query((row, _) -> last.put(row.getString(1), row.getTimestamp(2).toInstant()))
                .list();
        return last;
    }

    private List<UsageInterval> intervals(String column, String whose, UsageRange range) {
        return jdbc.sql(
                        """
                        select at, code, sum(requests)::bigint as requests, min(headroom) as headroom
                        from %s where %s = :whose and at >= :from and at < :to
                        group by at, code order by at
                        """
                                .formatted(range.resolution().table(), column))
                .param("whose", whose)
                .param("from", Timestamp.from(range.from()))
                .param("to", Timestamp.from(range.to()))
                .query(new IntervalReader());
    }
}
