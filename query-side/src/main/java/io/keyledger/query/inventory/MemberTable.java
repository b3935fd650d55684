package io.keyledger.query.inventory;

import static io.keyledger.query.inventory.Columns.constant;
import static io.keyledger.query.inventory.Columns.word;

import io.keyledger.api.account.MemberRole;
import io.keyledger.query.paging.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of {@code inventory_member}. Its rows change with the version of their account. */
final class MemberTable {

    private final JdbcClient jdbc;

    MemberTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Another role leaves the member where they stand in the list. */
    void put(String account, String workspace, MemberRole role, Entry entry) {
        jdbc.sql(
                        """
                        insert into inventory_member
                            (account_id, workspace_id, role, joined_at, joined_position)
                        values (?, ?, ?, ?, ?)
                        on conflict (account_id, workspace_id) do update set role = excluded.role
                        """)
                .params(
                        account,
                        workspace,
                        word(role),
                        Timestamp.from(entry.at()),
                        entry.position())
                .update();
    }

    void remove(String account, String workspace) {
        jdbc.sql("delete from inventory_member where account_id = ? and workspace_id = ?")
                .params(account, workspace)
                .update();
    }

    void remove(String account) {
        jdbc.sql("delete from inventory_member where account_id = ?").param(account).update();
    }

    List<MemberView> ofWorkspace(String workspace, Cursor after, int limit) {
        return about("workspace_id", workspace, after, limit);
    }

    List<MemberView> ofAccount(String account, Cursor after, int limit) {
        return about("account_id", account, after, limit);
    }

    private List<MemberView> about(String column, String id, Cursor after, int limit) {
        return jdbc.sql(
                        """
                        select m.*, a.email, a.name
                        from inventory_member m join inventory_account a using (account_id)
                        where m.%s = ? and m.joined_position > ?
                        order by m.joined_position limit ?
                        """
                                .formatted(column))
                .params(id, after.position(), limit)
                .query(MemberTable::view)
                .list();
    }

    private static MemberView view(ResultSet row, int number) throws SQLException {
        return new MemberView(
                row.getString("account_id"),
                row.getString("workspace_id"),
                row.getString("email"),
                row.getString("name"),
                constant(MemberRole.class, row.getString("role")),
                row.getTimestamp("joined_at").toInstant(),
                row.getLong("joined_position"));
    }
}
