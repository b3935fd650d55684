package io.keyledger.query.oauth;

import static io.keyledger.query.verification.LedgerPosition.CURRENT;

import io.keyledger.api.grant.AccessTokenRecord;
import io.keyledger.api.grant.GrantId;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The SQL that writes access tokens into {@code credential}, where the keys are, in the transaction
 * that appends the event.
 */
final class AccessTokenTable {

    private final JdbcClient jdbc;

    AccessTokenTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The same token of the same grant may be written twice; anybody else's may not. */
    void issue(GrantId grant, int generation, AccessTokenRecord token) {
        int rows =
                jdbc.sql(
                                """
                                insert into credential (digest, pepper, credential_id, generation,
                                    kind, workspace_id, scopes, allowed_cidrs, issued_at,
                                    expires_at, app_id, account_id, bound_key, position)
                                select :digest, :pepper, grant_id, :generation, 'access_token',
                                    workspace_id, :scopes, '{}', :issuedAt, :expiresAt, app_id,
                                    account_id, :boundKey, %s
                                from oauth_grant where grant_id = :grant
                                on conflict (digest) do update set position = credential.position
                                where credential.credential_id = excluded.credential_id
                                  and credential.generation = excluded.generation
                                """
                                        .formatted(CURRENT))
                        .param("digest", token.token().digest().bytes())
                        .param("pepper", token.token().pepper())
                        .param("generation", generation)
                        .param("scopes", Columns.array(token.scopes()))
                        .param("issuedAt", Timestamp.from(token.issuedAt()))
                        .param("expiresAt", Timestamp.from(token.expiresAt()))
                        .param("boundKey", token.boundKey())
                        .param("grant", grant.value())
                        .update();
        if (rows == 0) {
            throw CommandRejected.because(RejectionReason.SECRET_REUSED);
        }
    }

    void revoke(GrantId grant, int generation) {
        jdbc.sql(
                        """
                        update credential set revoked = true, position = %s
                        where credential_id = ? and generation = ?
                        """
                                .formatted(CURRENT))
                .params(grant.value(), generation)
                .update();
    }
}
