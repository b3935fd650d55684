package io.keyledger.server.rebuild;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables that a read model will have: made, filled, and put in the place of the old ones. */
final class NewTables {

    /** Less than PostgreSQL waits before it looks for a deadlock: a reader is never its victim. */
    private static final String WAIT = "set local lock_timeout = '500ms'";

    private final JdbcClient jdbc;

    NewTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> of(String projection) {
        return jdbc.sql("select table_name from projection_table where projection = ? order by 1")
                .param(projection)
                .query((it, _) -> it.getString(1))
                .list();
    }

    /** Makes them, empty, whatever was left of earlier ones. */
    void prepare(String projection) {
        call("rebuild_prepare", projection);
    }

    /** Whether a migration has changed the old ones since. */
    boolean isStale(String projection) {
        return jdbc.sql("select rebuild_is_stale(?)")
                .param(projection)
                .query(Boolean.class)
                .single();
    }

    /** Lets what is done write to them, and to nothing else, for a part of the transaction. */
    void filledBy(Runnable handling) {
        jdbc.sql("set local search_path = keyledger_rebuild").update();
        handling.run();
        jdbc.sql("set local search_path to default").update();
    }

    void analyze(String projection) {
        call("rebuild_analyze", projection);
    }

    /** Lets them serve. Fails when somebody reads the old ones for long; readers wait as long. */
    void serve(String projection) {
        jdbc.sql(WAIT).update();
        call("rebuild_switch", projection);
    }

    /** Read models that have some, and no rebuild that runs. */
    List<String> leftOver() {
        return jdbc.sql(
                        """
                        select distinct projection from projection_table
                        where to_regclass('keyledger_rebuild.' || quote_ident(table_name)) is not null
                            and projection not in (
                                select projection from projection_rebuild where state = 'running')
                        """)
                .query((it, _) -> it.getString(1))
                .list();
    }

    void discard(String projection) {
        call("rebuild_discard", projection);
    }

    private void call(String function, String projection) {
        jdbc.sql("select " + function + "(?)").param(projection).query((_, _) -> "").list();
    }
}
