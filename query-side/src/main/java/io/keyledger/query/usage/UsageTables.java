package io.keyledger.query.usage;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes and sweeps {@code usage_minute}, {@code usage_hour}, {@code usage_day} and {@code
 * credential_last_used}. A batch goes into all of them in one transaction, so that they agree at
 * every moment, whenever it comes and whichever node sends it.
 */
final class UsageTables {

    /** Of a node that is gone: its last batch is not tried again. */
    private static final Duration MARKS_KEPT = Duration.ofDays(1);

    private static final List<String> ADDITIONS =
            Arrays.stream(Resolution.values()).map(UsageTables::addition).toList();

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String node;

    /**
     * @param node the name of this process, which no other ever has
     */
    UsageTables(DataSource source, String node) {
        this.jdbc = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.node = node;
    }

    private static String addition(Resolution resolution) {
        return """
        insert into %s as u (credential_id, at, code, workspace_id, requests, headroom)
        select holder, date_trunc('%s', to_timestamp(second), 'UTC') as start, code, min(workspace),
            sum(counted), min(case when left_over is not null then array[left_over, of_limit] end)
        from unnest(:holders::text[], :workspaces::text[], :seconds::bigint[], :codes::text[],
                :requests::bigint[], :remaining::bigint[], :limits::bigint[])
            as given (holder, workspace, second, code, counted, left_over, of_limit)
        group by holder, start, code
        order by holder, start, code
        on conflict (credential_id, at, code) do update
            set requests = u.requests + excluded.requests,
                headroom = least(u.headroom, excluded.headroom)
        """
                .formatted(resolution.table(), resolution.word());
    }

    /** Adds a batch, once: one that has arrived before is known by its number. */
    void add(Batch batch) {
        BatchColumns columns = new BatchColumns(batch);
        if (!columns.isEmpty()) {
            transaction.executeWithoutResult(_ -> {
                if (isNew(batch)) {
                    ADDITIONS.forEach(sql -> jdbc.sql(sql).params(columns.parameters()).update());
                    noteLastUses(batch);
                }
            });
        }
    }

    private boolean isNew(Batch batch) {
        return jdbc.sql(
                                """
                                insert into usage_batch as b (node, number, at) values (:node, :number, now())
                                on conflict (node) do update set number = excluded.number, at = excluded.at
                                    where b.number < excluded.number
                                """)
                        .param("node", node)
                        .param("number", batch.number())
                        .update()
                == 1;
    }

    /** Of holders, and not of workspaces that stand for them. */
    private void noteLastUses(Batch batch) {
        Map<String, Instant> last =
                batch.tallies().entrySet().stream()
                        .filter(it -> !it.getKey().holder().equals(it.getValue().workspace()))
                        .collect(
                                Collectors.toMap(
                                        it -> it.getKey().holder(),
                                        it -> Instant.ofEpochMilli(it.getValue().lastUsed()),
                                        (a, b) -> a.isAfter(b) ? a : b));
        jdbc.sql(
                        """
                        insert into credential_last_used as l (credential_id, at)
                        select * from unnest(:holders::text[], :ats::timestamptz[]) as given (holder, at)
                        order by holder
                        on conflict (credential_id) do update set at = greatest(l.at, excluded.at)
                        """)
                .param("holders", last.keySet().toArray(String[]::new))
                .param("ats", last.values().stream().map(Timestamp::from).toArray(Timestamp[]::new))
                .update();
    }

    /**
     * Forgets intervals that began before they had to be kept.
     *
     * @return how many rows, at most {@code limit}
     */
    int forget(Resolution resolution, Instant now, int limit) {
        return jdbc.sql(
                        """
                        delete from %1$s where ctid = any(array(
                            select ctid from %1$s where at < :before limit :limit for update skip locked))
                        """
                                .formatted(resolution.table()))
                .param("before", Timestamp.from(resolution.first(now)))
                .param("limit", limit)
                .update();
    }

    /**
     * Forgets when grants and apps were used last, once no day tells of it; keys are listed for
     * ever, and so is that.
     *
     * @return how many rows, at most {@code limit}
     */
    int forgetLastUses(Instant now, int limit) {
        return jdbc.sql(
                        """
                        delete from credential_last_used where ctid = any(array(
                            select ctid from credential_last_used
                            where at < :before and not starts_with(credential_id, 'key_')
                            limit :limit for update skip locked))
                        """)
                .param("before", Timestamp.from(Resolution.DAY.first(now)))
                .param("limit", limit)
                .update();
    }

    /** Forgets the numbers of batches of nodes that are gone. */
    void forgetBatches(Instant now) {
        jdbc.sql("delete from usage_batch where at < ? and node <> ?")
                .params(Timestamp.from(now.minus(MARKS_KEPT)), node)
                .update();
    }
}
