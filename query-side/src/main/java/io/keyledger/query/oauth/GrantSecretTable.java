package io.keyledger.query.oauth;

import io.keyledger.api.grant.GrantId;
import io.keyledger.api.grant.TokenDigest;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL that writes {@code grant_secret}, in the transaction that appends the event. */
final class GrantSecretTable {

    private final JdbcClient jdbc;

    GrantSecretTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void addCode(GrantId grant, TokenDigest code, Instant expiresAt) {
        add(grant, PresentedSecret.Kind.CODE, 0, code, expiresAt);
    }

    void addRefreshToken(GrantId grant, int generation, TokenDigest token, Instant expiresAt) {
        add(grant, PresentedSecret.Kind.REFRESH_TOKEN, generation, token, expiresAt);
    }

    /** The same secret of the same grant may be written twice; that of another may not. */
    private void add(
            GrantId grant,
            PresentedSecret.Kind kind,
            int generation,
            TokenDigest secret,
            Instant expiresAt) {
        int rows =
                jdbc.sql(
                                """
                                insert into grant_secret
                                    (digest, pepper, grant_id, kind, generation, expires_at)
                                values (:digest, :pepper, :grant, :kind, :generation, :expiresAt)
                                on conflict (digest) do update set pepper = excluded.pepper
                                where grant_secret.grant_id = excluded.grant_id
                                    and grant_secret.generation = excluded.generation
                                """)
                        .param("digest", secret.digest().bytes())
                        .param("pepper", secret.pepper())
                        .param("grant", grant.value())
                        .param("kind", Columns.label(kind))
                        .param("generation", generation)
                        .param("expiresAt", Timestamp.from(expiresAt))
                        .update();
        if (rows == 0) {
            throw CommandRejected.because(RejectionReason.SECRET_REUSED);
        }
    }
}
