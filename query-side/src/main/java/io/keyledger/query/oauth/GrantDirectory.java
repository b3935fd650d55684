package io.keyledger.query.oauth;

import io.keyledger.api.account.AccountId;
import io.keyledger.api.grant.GrantId;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.api.token.Digest;
import io.keyledger.api.workspace.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the enforcement tables say of grants, as true as the transaction that asks. */
public final class GrantDirectory {

    private final JdbcClient jdbc;

    GrantDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A grant, ended ones too until they are forgotten. */
    public Optional<GrantStanding> find(GrantId grant) {
        return jdbc.sql("select * from oauth_grant_standing where grant_id = ?")
                .param(grant.value())
                .query(GrantDirectory::standing)
                .optional();
    }

    /** The code or refresh token that is known by one of these digests, used or not. */
    public Optional<PresentedSecret> presented(List<Digest> candidates) {
        return jdbc.sql(
                        """
                        select g.*, s.digest, s.kind, s.generation, s.expires_at
                        from grant_secret s join oauth_grant_standing g using (grant_id)
                        where s.digest = any(?)
                        """)
                .param(bytes(candidates))
                .query(GrantDirectory::secret)
                .optional();
    }

    /** The access token that is known by one of these digests. */
    public Optional<IssuedToken> token(List<Digest> candidates) {
        return jdbc.sql(
                        """
                        select g.*, c.digest, c.generation, c.bound_key as token_bound_key,
                            c.issued_at, c.expires_at, c.revoked or g.dead as revoked,
                            array(select s from unnest(c.scopes) s where s = any(g.app_scopes))
                                as token_scopes
                        from credential c
                            join oauth_grant_standing g on g.grant_id = c.credential_id
                        where c.digest = any(?) and c.kind = 'access_token'
                        """)
                .param(bytes(candidates))
                .query(GrantDirectory::token)
                .optional();
    }

    /** What the person has granted and what has not ended, in order of id. */
    public List<GrantStanding> ofAccount(AccountId account) {
        return jdbc.sql(
                        """
                        select * from oauth_grant_standing
                        where account_id = ? and not ended and not dead
                            and ends_at > clock_timestamp()
                        order by grant_id
                        """)
                .param(account.value())
                .query(GrantDirectory::standing)
                .list();
    }

    private static byte[][] bytes(List<Digest> digests) {
        return digests.stream().map(Digest::bytes).toArray(byte[][]::new);
    }

    private static GrantStanding standing(ResultSet row, int number) throws SQLException {
        return new GrantStanding(
                new GrantId(row.getString("grant_id")),
                new HubId(row.getString("hub_id")),
                new OAuthAppId(row.getString("app_id")),
                Columns.accountOrNull(row),
                new WorkspaceId(row.getString("workspace_id")),
                Columns.strings(row, "scopes"),
                row.getString("bound_key"),
                Columns.instant(row, "ends_at"),
                row.getBoolean("dead"));
    }

    private static PresentedSecret secret(ResultSet row, int number) throws SQLException {
        return new PresentedSecret(
                standing(row, number),
                Digest.of(row.getBytes("digest")),
                Columns.constant(PresentedSecret.Kind.class, row.getString("kind")),
                row.getInt("generation"),
                Columns.instant(row, "expires_at"));
    }

    private static IssuedToken token(ResultSet row, int number) throws SQLException {
        return new IssuedToken(
                standing(row, number),
                Digest.of(row.getBytes("digest")),
                row.getInt("generation"),
                Columns.strings(row, "token_scopes"),
                row.getString("token_bound_key"),
                Columns.instant(row, "issued_at"),
                Columns.instant(row, "expires_at"),
                row.getBoolean("revoked"));
    }
}
