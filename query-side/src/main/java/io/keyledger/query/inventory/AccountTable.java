package io.keyledger.query.inventory;

import static io.keyledger.query.inventory.Columns.instant;

import io.keyledger.api.account.AccountEvent.AccountRegistered;
import io.keyledger.api.account.ExternalIdentity;
import io.keyledger.query.paging.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of {@code inventory_account}. */
final class AccountTable {

    private final JdbcClient jdbc;
    private final Versioned rows;

    AccountTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.rows = new Versioned(jdbc, "inventory_account", "account_id");
    }

    void insert(AccountRegistered event, String actor, Entry entry) {
        ExternalIdentity identity = event.identity();
        jdbc.sql(
                        """
                        insert into inventory_account (account_id, hub_id, email, name, issuer,
                            subject, registered_at, registered_by, registered_position, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (account_id) do nothing
                        """)
                .params(
                        Arrays.asList(
                                event.account().value(),
                                event.hub().value(),
                                event.email(),
                                event.name(),
                                identity == null ? null : identity.issuer(),
                                identity == null ? null : identity.subject(),
                                Timestamp.from(entry.at()),
                                actor,
                                entry.position(),
                                entry.version()))
                .update();
    }

    void rename(String account, String name, Entry entry) {
        rows.advance(account, entry, "name = ?", name);
    }

    void linkIdentity(String account, @Nullable ExternalIdentity identity, Entry entry) {
        rows.advance(
                account,
                entry,
                "issuer = ?, subject = ?",
                identity == null ? null : identity.issuer(),
                identity == null ? null : identity.subject());
    }

    void setPassword(String account, Entry entry) {
        rows.advance(account, entry, "password_set_at = ?", Timestamp.from(entry.at()));
    }

    /** Whether a change of what belongs to the account, but does not stand here, is news. */
    boolean advance(String account, Entry entry) {
        return rows.advance(account, entry);
    }

    /** With the account goes its password. */
    boolean close(String account, Entry entry) {
        return rows.advance(
                account,
                entry,
                "closed_at = ?, password_set_at = null",
                Timestamp.from(entry.at()));
    }

    Optional<AccountView> find(String account) {
        return jdbc.sql("select * from inventory_account where account_id = ?")
                .param(account)
                .query(AccountTable::view)
                .optional();
    }

    List<AccountView> ofHub(String hub, Cursor after, int limit) {
        return jdbc.sql(
                        """
                        select * from inventory_account
                        where hub_id = ? and registered_position > ?
                        order by registered_position limit ?
                        """)
                .params(hub, after.position(), limit)
                .query(AccountTable::view)
                .list();
    }

    private static AccountView view(ResultSet row, int number) throws SQLException {
        return new AccountView(
                row.getString("account_id"),
                row.getString("hub_id"),
                row.getString("email"),
                row.getString("name"),
                identity(row),
                instant(row, "password_set_at"),
                row.getTimestamp("registered_at").toInstant(),
                row.getString("registered_by"),
                row.getLong("registered_position"),
                instant(row, "closed_at"),
                row.getLong("version"));
    }

    private static @Nullable ExternalIdentity identity(ResultSet row) throws SQLException {
        String issuer = row.getString("issuer");
        return issuer == null ? null : new ExternalIdentity(issuer, row.getString("subject"));
    }
}
