package io.keyledger.query.oauth;

import static io.keyledger.query.verification.LedgerPosition.CURRENT;

import io.keyledger.api.account.AccountId;
import io.keyledger.api.grant.GrantEvent.ClientCredentialsGranted;
import io.keyledger.api.grant.GrantEvent.GrantApproved;
import io.keyledger.api.grant.GrantId;
import io.keyledger.api.workspace.WorkspaceId;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The SQL that writes {@code oauth_grant}, in the transaction that appends the event. */
final class GrantTable {

    private static final String INSERT =
            """
            insert into oauth_grant (grant_id, hub_id, app_id, account_id, workspace_id, scopes,
                bound_key, ends_at, position)
            values (:grant, :hub, :app, :account, :workspace, :scopes, :boundKey, :endsAt, %s)
            on conflict (grant_id) do nothing
            """
                    .formatted(CURRENT);

    private final JdbcClient jdbc;

    GrantTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void approve(GrantApproved event) {
        insert(event.grant(), event.endsAt())
                .param("hub", event.hub().value())
                .param("app", event.app().value())
                .param("account", event.account().value())
                .param("workspace", event.workspace().value())
                .param("scopes", Columns.array(event.scopes()))
                .param("boundKey", event.boundKey())
                .update();
    }

    /** A grant that is over when its only token is. */
    void grant(ClientCredentialsGranted event) {
        insert(event.grant(), event.accessToken().expiresAt())
                .param("hub", event.hub().value())
                .param("app", event.app().value())
                .param("account", null)
                .param("workspace", event.workspace().value())
                .param("scopes", Columns.array(event.accessToken().scopes()))
                .param("boundKey", event.accessToken().boundKey())
                .update();
    }

    private StatementSpec insert(GrantId grant, Instant endsAt) {
        return jdbc.sql(INSERT)
                .param("grant", grant.value())
                .param("endsAt", Timestamp.from(endsAt));
    }

    void end(GrantId grant) {
        end("grant_id = :grant").param("grant", grant.value()).update();
    }

    /** For good: who comes back has to be asked again. */
    void endAllOf(AccountId account) {
        end("account_id = :account").param("account", account.value()).update();
    }

    /** For good: who comes back has to be asked again. */
    void endAllOf(AccountId account, WorkspaceId workspace) {
        end("account_id = :account and workspace_id = :workspace")
                .param("account", account.value())
                .param("workspace", workspace.value())
                .update();
    }

    private StatementSpec end(String condition) {
        return jdbc.sql(
                "update oauth_grant set ended = true, position = %s where %s and not ended"
                        .formatted(CURRENT, condition));
    }
}
