package io.keyledger.query.inventory;

import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceRegistered;
import io.keyledger.query.paging.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of {@code inventory_workspace}. */
final class WorkspaceTable {

    private final JdbcClient jdbc;

    WorkspaceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(WorkspaceRegistered event, Entry entry) {
        jdbc.sql(
                        """
                        insert into inventory_workspace (workspace_id, hub_id, name, plan,
                            external_id, registered_at, registered_position, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (workspace_id) do nothing
                        """)
                .params(
                        Arrays.asList(
                                event.workspace().value(),
                                event.hub().value(),
                                event.name(),
                                event.plan(),
                                event.externalId(),
                                Timestamp.from(entry.at()),
                                entry.position(),
                                entry.version()))
                .update();
    }

    void rename(String workspace, String name, Entry entry) {
        set(workspace, "name = ?", name, entry);
    }

    void changePlan(String workspace, String plan, Entry entry) {
        set(workspace, "plan = ?", plan, entry);
    }

    void suspend(String workspace, boolean suspended, Entry entry) {
        set(workspace, "suspended = ?", suspended, entry);
    }

    Optional<WorkspaceView> find(String workspace) {
        return jdbc.sql("select * from inventory_workspace where workspace_id = ?")
                .param(workspace)
                .query(WorkspaceTable::view)
                .optional();
    }

    List<WorkspaceView> ofHub(String hub, Cursor after, int limit) {
        return jdbc.sql(
                        """
                        select * from inventory_workspace
                        where hub_id = ? and registered_position > ?
                        order by registered_position limit ?
                        """)
                .params(hub, after.position(), limit)
                .query(WorkspaceTable::view)
                .list();
    }

    /**
     * What is searched for stands for itself: no character has a meaning of its own. PostgreSQL
     * keeps no text with a null character, so such a search finds nothing.
     */
    List<WorkspaceView> named(String hub, String name, Cursor after, int limit) {
        return jdbc.sql(
                        """
                        select * from inventory_workspace
                        where hub_id = ? and registered_position > ?
                            and strpos(lower(name), lower(?)) > 0
                        order by registered_position limit ?
                        """)
                .params(hub, after.position(), name.replace('\0', '\uFFFD'), limit)
                .query(WorkspaceTable::view)
                .list();
    }

    /** An older version never overwrites a newer one, so that an event may come twice. */
    private void set(String workspace, String assignment, Object value, Entry entry) {
        jdbc.sql(
                        "update inventory_workspace set version = ?, %s where workspace_id = ? and version < ?"
                                .formatted(assignment))
                .params(entry.version(), value, workspace, entry.version())
                .update();
    }

    private static WorkspaceView view(ResultSet row, int number) throws SQLException {
        return new WorkspaceView(
                row.getString("workspace_id"),
                row.getString("hub_id"),
                row.getString("name"),
                row.getString("plan"),
                row.getString("external_id"),
                row.getBoolean("suspended"),
                row.getTimestamp("registered_at").toInstant(),
                row.getLong("registered_position"),
                row.getLong("version"));
    }
}
