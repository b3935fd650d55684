package io.keyledger.query.verification;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a node says to the others, and the table in which they find each other. */
final class NodeTable {

    private static final String SAY = "pg_notify('" + NodeMessage.CHANNEL + "', :message)";

    /** For messages that need not outlive a crash of the database: saves waiting for its disk. */
    private static final String AT_ONCE = "set_config('synchronous_commit', 'off', true)";

    private final JdbcClient jdbc;

    NodeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The row and the message become visible together: a node that is not in the table has yet to
     * hear its first heartbeat.
     *
     * @return the database's clock, for this node to compare its own with
     */
    Instant beat(NodeMessage.Beat beat) {
        return jdbc.sql(
                        """
                        with present as (
                            insert into node (name, lease_millis) values (:node, :lease)
                            on conflict (name) do update set seen_at = clock_timestamp())
                        select clock_timestamp(), %s
                        """
                                .formatted(SAY))
                .param("node", beat.node())
                .param("lease", beat.leaseMillis())
                .param("message", beat.toString())
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    /** Puts a question, and returns every node in the table with its lease. */
    Map<String, Duration> ask(NodeMessage.Question question) {
        Map<String, Duration> nodes = new HashMap<>();
        jdbc.sql(
                        """
                        with said as materialized (select %s, %s)
                        select name, lease_millis from said left join node on true
                        """
                                .formatted(AT_ONCE, SAY))
                .param("message", question.toString())
                .query(row -> {
                    if (row.getString(1) != null) {
                        nodes.put(row.getString(1), Duration.ofMillis(row.getLong(2)));
                    }
                });
        return nodes;
    }

    void say(NodeMessage message) {
        jdbc.sql("select %s, %s".formatted(AT_ONCE, SAY))
                .param("message", message.toString())
                .query()
                .singleRow();
    }

    /** Only saves space: a node that comes back writes its row again before it trusts itself. */
    void forgetTheLongGone() {
        jdbc.sql("delete from node where seen_at < clock_timestamp() - interval '1 hour'").update();
    }

    void leave(NodeMessage.Farewell farewell) {
        jdbc.sql(
                        """
                        with gone as (delete from node where name = :node)
                        select %s
                        """
                                .formatted(SAY))
                .param("node", farewell.node())
                .param("message", farewell.toString())
                .query()
                .singleRow();
    }
}
