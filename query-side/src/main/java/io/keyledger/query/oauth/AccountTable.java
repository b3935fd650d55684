package io.keyledger.query.oauth;

import static io.keyledger.query.verification.LedgerPosition.CURRENT;

import io.keyledger.api.account.AccountEvent.AccountRegistered;
import io.keyledger.api.account.AccountEvent.WorkspaceJoined;
import io.keyledger.api.account.AccountEvent.WorkspaceLeft;
import io.keyledger.api.account.AccountId;
import io.keyledger.api.account.ExternalIdentity;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The SQL that writes {@code account} and {@code membership}, in the transaction that appends the
 * event. Appends come one after the other, so what is refused here cannot slip in between.
 */
final class AccountTable {

    private static final String EMAIL_TAKEN = "account_email_taken";

    private final JdbcClient jdbc;

    AccountTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void register(AccountRegistered event) {
        unlessTaken(
                identified(
                                jdbc.sql(
                                        """
                                        insert into account (account_id, hub_id, email, name,
                                            issuer, subject, position)
                                        values (:account, :hub, :email, :name, :issuer, :subject,
                                            %s)
                                        on conflict (account_id) do nothing
                                        """
                                                .formatted(CURRENT)),
                                event.identity())
                        .param("account", event.account().value())
                        .param("hub", event.hub().value())
                        .param("email", event.email())
                        .param("name", event.name()));
    }

    void rename(AccountId account, String name) {
        set("name = :name", account).param("name", name).update();
    }

    void link(AccountId account, @Nullable ExternalIdentity identity) {
        unlessTaken(identified(set("issuer = :issuer, subject = :subject", account), identity));
    }

    private static StatementSpec identified(
            StatementSpec statement, @Nullable ExternalIdentity identity) {
        return statement
                .param("issuer", identity == null ? null : identity.issuer())
                .param("subject", identity == null ? null : identity.subject());
    }

    private static void unlessTaken(StatementSpec statement) {
        try {
            statement.update();
        } catch (DuplicateKeyException e) {
            throw CommandRejected.because(
                    String.valueOf(e.getMessage()).contains(EMAIL_TAKEN)
                            ? RejectionReason.EMAIL_TAKEN
                            : RejectionReason.IDENTITY_TAKEN);
        }
    }

    void join(WorkspaceJoined event) {
        jdbc.sql(
                        """
                        insert into membership (account_id, workspace_id, role, position)
                        values (:account, :workspace, :role, %s)
                        on conflict (account_id, workspace_id) do update
                        set role = excluded.role, position = excluded.position
                        """
                                .formatted(CURRENT))
                .param("account", event.account().value())
                .param("workspace", event.workspace().value())
                .param("role", Columns.label(event.role()))
                .update();
    }

    void leave(WorkspaceLeft event) {
        jdbc.sql("delete from membership where account_id = ? and workspace_id = ?")
                .params(event.account().value(), event.workspace().value())
                .update();
    }

    void close(AccountId account) {
        set("closed = true", account).update();
        jdbc.sql("delete from membership where account_id = ?").param(account.value()).update();
    }

    private StatementSpec set(String assignment, AccountId account) {
        return jdbc.sql(
                        "update account set %s, position = %s where account_id = :account"
                                .formatted(assignment, CURRENT))
                .param("account", account.value());
    }
}
