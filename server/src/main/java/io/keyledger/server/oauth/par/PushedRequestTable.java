package io.keyledger.server.oauth.par;

import io.keyledger.api.oauthapp.OAuthAppId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of pushed requests. */
final class PushedRequestTable {

    private final JdbcClient jdbc;

    PushedRequestTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(byte[] digest, OAuthAppId app, byte[] sealed, Instant expiresAt) {
        jdbc.sql(
                        """
                        insert into pushed_authorization_request (digest, app_id, sealed, expires_at)
                        values (?, ?, ?, ?)
                        """)
                .param(digest)
                .param(app.value())
                .param(sealed)
                .param(Timestamp.from(expiresAt))
                .update();
    }

    /** Of two who take the same at the same time, one gets it. */
    Optional<byte[]> take(byte[] digest, OAuthAppId app, Instant now) {
        return jdbc.sql(
                        """
                        delete from pushed_authorization_request
                        where digest = ? and app_id = ? and expires_at > ?
                        returning sealed
                        """)
                .param(digest)
                .param(app.value())
                .param(Timestamp.from(now))
                .query((row, _) -> row.getBytes("sealed"))
                .optional();
    }

    void forgetExpired(Instant now) {
        jdbc.sql("delete from pushed_authorization_request where expires_at <= ?")
                .param(Timestamp.from(now))
                .update();
    }
}
