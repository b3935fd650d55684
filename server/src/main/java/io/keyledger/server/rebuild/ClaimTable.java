package io.keyledger.server.rebuild;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The SQL of {@code projection_rebuild}, as far as nodes work by it. A claim holds the row: until
 * the transaction ends nobody else can claim, cancel or change it, and whoever comes back from a
 * long pause claims again and finds out. Times are the database's.
 */
final class ClaimTable {

    private static final String CLAIM =
            """
            with free as (
                select number, owner from projection_rebuild
                where number = :number and state = 'running' and (owner is null or owner = :node
                    or seen_at < clock_timestamp() - interval '10 seconds')
                for update skip locked)
            update projection_rebuild as mine set owner = :node, seen_at = clock_timestamp()
            from free where mine.number = free.number
            returning mine.number, mine.projection, mine.position, mine.prepared,
                free.owner is distinct from :node as taken
            """;

    private final JdbcClient jdbc;
    private final RebuildRow row;
    private final String node;

    ClaimTable(JdbcClient jdbc, RebuildRow row, String node) {
        this.jdbc = jdbc;
        this.row = row;
        this.node = node;
    }

    /** Nothing when another node has it, or it has ended. */
    Optional<Claim> claim(long number) {
        return jdbc.sql(CLAIM)
                .param("number", number)
                .param("node", node)
                .query(Claim.class)
                .optional();
    }

    void begin(long number) {
        jdbc.sql(
                        """
                        update projection_rebuild set prepared = true, position = 0, entries = 0,
                            per_second = null, obstacle = null where number = ?
                        """)
                .param(number)
                .update();
    }

    void advance(long number, long position, int entries, double perSecond) {
        jdbc.sql(
                        """
                        update projection_rebuild set position = ?, entries = entries + ?,
                            per_second = ?, obstacle = null where number = ?
                        """)
                .params(position, entries, perSecond, number)
                .update();
    }

    void end(long number, Comparison comparison) {
        jdbc.sql(
                        """
                        update projection_rebuild set state = 'switched', owner = null,
                            ended_at = clock_timestamp(), obstacle = null, compared_at = ?,
                            comparison = ?::jsonb where number = ?
                        """)
                .params(comparison.position(), row.json(comparison), number)
                .update();
    }

    /** Says why it does not go on. */
    void obstruct(long number, String obstacle) {
        jdbc.sql(
                        """
                        update projection_rebuild set obstacle = ?
                        where number = ? and state = 'running' and owner = ?
                        """)
                .params(obstacle, number, node)
                .update();
    }

    /** Lets other nodes go on at once. */
    void release() {
        jdbc.sql("update projection_rebuild set owner = null where state = 'running' and owner = ?")
                .param(node)
                .update();
    }
}
