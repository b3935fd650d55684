package io.keyledger.server.password;

import io.keyledger.api.account.AccountId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of {@code account_password}. */
final class AccountPasswordTable {

    private final JdbcClient jdbc;

    AccountPasswordTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(AccountId account, PasswordHash hash) {
        jdbc.sql(
                        """
                        insert into account_password (account_id, hash) values (?, ?)
                        on conflict (account_id) do update set hash = excluded.hash
                        """)
                .params(account.value(), hash.value())
                .update();
    }

    Optional<PasswordHash> find(AccountId account) {
        return jdbc.sql("select hash from account_password where account_id = ?")
                .param(account.value())
                .query(String.class)
                .optional()
                .map(PasswordHash::new);
    }

    /** Unless the password was set anew or erased meanwhile. */
    void replace(AccountId account, PasswordHash known, PasswordHash hash) {
        jdbc.sql("update account_password set hash = ? where account_id = ? and hash = ?")
                .params(hash.value(), account.value(), known.value())
                .update();
    }

    void erase(AccountId account) {
        jdbc.sql("delete from account_password where account_id = ?")
                .param(account.value())
                .update();
    }
}
