package io.keyledger.query.oauth;

import io.keyledger.api.account.AccountId;
import io.keyledger.api.account.ExternalIdentity;
import io.keyledger.api.account.MemberRole;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.workspace.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the enforcement tables say of accounts, as true as the transaction that asks. */
public final class AccountDirectory {

    private final JdbcClient jdbc;

    AccountDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An account, closed ones too. */
    public Optional<AccountStanding> find(AccountId account) {
        return one("account_id = ?", account.value());
    }

    /** The account of a hub that is not closed and has this address, whatever its case. */
    public Optional<AccountStanding> withEmail(HubId hub, String email) {
        return one("hub_id = ? and lower(email) = lower(?) and not closed", hub.value(), email);
    }

    /** The account of a hub that is not closed and is linked to this identity. */
    public Optional<AccountStanding> withIdentity(HubId hub, ExternalIdentity identity) {
        return one(
                "hub_id = ? and issuer = ? and subject = ? and not closed",
                hub.value(),
                identity.issuer(),
                identity.subject());
    }

    private Optional<AccountStanding> one(String condition, Object... values) {
        return jdbc.sql("select * from account where " + condition)
                .params(values)
                .query(AccountDirectory::standing)
                .optional();
    }

    /** What the person may do in a workspace; nothing when they do not belong to it. */
    public Optional<MemberRole> role(AccountId account, WorkspaceId workspace) {
        return jdbc.sql("select role from membership where account_id = ? and workspace_id = ?")
                .params(account.value(), workspace.value())
                .query(String.class)
                .optional()
                .map(role -> Columns.constant(MemberRole.class, role));
    }

    /** Whether nobody else is an admin of a workspace. */
    public boolean isOnlyAdmin(AccountId account, WorkspaceId workspace) {
        return jdbc.sql(
                        """
                        select not exists (select 1 from membership
                            where workspace_id = ? and role = 'admin' and account_id <> ?)
                        """)
                .params(workspace.value(), account.value())
                .query(Boolean.class)
                .single();
    }

    /** The workspaces that the person belongs to, in order of name. */
    public List<WorkspaceChoice> workspacesOf(AccountId account) {
        return jdbc.sql(
                        """
                        select w.workspace_id, w.name, w.plan, w.suspended, m.role
                        from membership m join workspace_standing w using (workspace_id)
                        where m.account_id = ? order by lower(w.name), w.workspace_id
                        """)
                .param(account.value())
                .query(AccountDirectory::choice)
                .list();
    }

    private static AccountStanding standing(ResultSet row, int number) throws SQLException {
        return new AccountStanding(
                new AccountId(row.getString("account_id")),
                new HubId(row.getString("hub_id")),
                row.getString("email"),
                row.getString("name"),
                row.getBoolean("closed"));
    }

    private static WorkspaceChoice choice(ResultSet row, int number) throws SQLException {
        return new WorkspaceChoice(
                new WorkspaceId(row.getString("workspace_id")),
                row.getString("name"),
                row.getString("plan"),
                row.getBoolean("suspended"),
                Columns.constant(MemberRole.class, row.getString("role")));
    }
}
