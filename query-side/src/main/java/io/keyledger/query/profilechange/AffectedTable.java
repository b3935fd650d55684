package io.keyledger.query.profilechange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the inventory for those that a change concerns. */
final class AffectedTable {

    private static final String KEYS =
            """
            from inventory_key
            where hub_id = :hub and scopes && cast(:scopes as text[]) and revoked_at is null
                and (expires_at is null or expires_at > :now)
            """;

    private static final String WORKSPACES =
            "from inventory_workspace where hub_id = :hub and plan = any(:plans)\n";

    private final JdbcClient jdbc;

    AffectedTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The keys that can be used now and hold one of these scopes; the oldest come first. */
    Affected<Affected.Key> keysWith(String hub, List<String> scopes, Instant now, int limit) {
        if (scopes.isEmpty()) {
            return Affected.none();
        }
        String[] wanted = scopes.toArray(String[]::new);
        Timestamp at = Timestamp.from(now);
        return affected(
                keys("select count(*) " + KEYS, hub, wanted, at),
                keys("select * " + KEYS + " order by issued_position limit :limit", hub, wanted, at)
                        .param("limit", limit),
                (row, _) -> key(row, scopes));
    }

    private JdbcClient.StatementSpec keys(String sql, String hub, String[] scopes, Timestamp now) {
        return jdbc.sql(sql).param("hub", hub).param("scopes", scopes).param("now", now);
    }

    private static Affected.Key key(ResultSet row, List<String> scopes) throws SQLException {
        List<String> held = List.of((String[]) row.getArray("scopes").getArray());
        return new Affected.Key(
                row.getString("key_id"),
                row.getString("name"),
                row.getString("workspace_id"),
                held.stream().filter(scopes::contains).toList());
    }

    /** The workspaces on one of these plans; the oldest come first. */
    Affected<Affected.Workspace> workspacesOn(String hub, List<String> plans, int limit) {
        if (plans.isEmpty()) {
            return Affected.none();
        }
        String[] wanted = plans.toArray(String[]::new);
        return affected(
                workspaces("select count(*) " + WORKSPACES, hub, wanted),
                workspaces(
                                "select * "
                                        + WORKSPACES
                                        + "order by registered_position limit :limit",
                                hub,
                                wanted)
                        .param("limit", limit),
                (row, _) ->
                        new Affected.Workspace(
                                row.getString("workspace_id"),
                                row.getString("name"),
                                row.getString("plan")));
    }

    private JdbcClient.StatementSpec workspaces(String sql, String hub, String[] plans) {
        return jdbc.sql(sql).param("hub", hub).param("plans", plans);
    }

    private static <T> Affected<T> affected(
            JdbcClient.StatementSpec count, JdbcClient.StatementSpec items, RowMapper<T> row) {
        return new Affected<>(count.query(Long.class).single(), items.query(row).list());
    }
}
