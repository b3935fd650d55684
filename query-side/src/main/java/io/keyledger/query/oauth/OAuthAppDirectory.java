package io.keyledger.query.oauth;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.oauthapp.ClientType;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.api.token.Digest;
import io.keyledger.api.workspace.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the enforcement tables say of OAuth apps, as true as the transaction that asks. */
public final class OAuthAppDirectory {

    private final JdbcClient jdbc;

    OAuthAppDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An app, deleted ones too. */
    public Optional<OAuthAppStanding> find(OAuthAppId app) {
        return jdbc.sql("select * from oauth_app where app_id = ?")
                .param(app.value())
                .query(OAuthAppDirectory::standing)
                .optional();
    }

    /** The secrets that an app may authenticate with, the newest first; none once it is deleted. */
    public List<LiveAppSecret> secretsOf(OAuthAppId app, Instant now) {
        return jdbc.sql(
                        """
                        select s.generation, s.digest, s.valid_until
                        from oauth_app_secret s join oauth_app a using (app_id)
                        where app_id = :app and not a.deleted
                            and (s.valid_until is null or s.valid_until > :now)
                        order by s.generation desc
                        """)
                .param("app", app.value())
                .param("now", Timestamp.from(now))
                .query(OAuthAppDirectory::secret)
                .list();
    }

    private static OAuthAppStanding standing(ResultSet row, int number) throws SQLException {
        return new OAuthAppStanding(
                new OAuthAppId(row.getString("app_id")),
                new HubId(row.getString("hub_id")),
                new WorkspaceId(row.getString("workspace_id")),
                row.getString("name"),
                row.getString("logo"),
                Columns.constant(ClientType.class, row.getString("type")),
                Columns.strings(row, "redirect_uris"),
                Columns.strings(row, "scopes"),
                row.getBoolean("deleted"));
    }

    private static LiveAppSecret secret(ResultSet row, int number) throws SQLException {
        return new LiveAppSecret(
                row.getInt("generation"),
                Digest.of(row.getBytes("digest")),
                Columns.instantOrNull(row, "valid_until"));
    }
}
