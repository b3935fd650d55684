package io.keyledger.query.verification;

import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.token.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the enforcement tables say of keys, as true as the transaction that asks. */
public final class KeyDirectory {

    private final JdbcClient jdbc;

    KeyDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The hub whose API a key opens; nothing when there is no such key. */
    public Optional<HubId> hubOf(ApiKeyId key) {
        return jdbc.sql(
                        """
                        select hub_id from credential join workspace_standing using (workspace_id)
                        where credential_id = ? limit 1
                        """)
                .param(key.value())
                .query(String.class)
                .optional()
                .map(HubId::new);
    }

    /** What a key may do; nothing when there is no such key. */
    public Set<String> scopesOf(ApiKeyId key) {
        return jdbc.sql("select distinct unnest(scopes) from credential where credential_id = ?")
                .param(key.value())
                .query((row, _) -> row.getString(1))
                .set();
    }

    /** Every secret that a key has had, oldest first. */
    public List<SecretStanding> secretsOf(ApiKeyId key) {
        return jdbc.sql(
                        """
                        select generation, digest, grace_ends_at, revoked from credential
                        where credential_id = ? order by generation
                        """)
                .param(key.value())
                .query(KeyDirectory::standing)
                .list();
    }

    private static SecretStanding standing(ResultSet row, int number) throws SQLException {
        Timestamp graceEndsAt = row.getTimestamp("grace_ends_at");
        return new SecretStanding(
                row.getInt("generation"),
                Digest.of(row.getBytes("digest")),
                graceEndsAt == null ? null : graceEndsAt.toInstant(),
                row.getBoolean("revoked"));
    }

    /**
     * How one secret of a key stands.
     *
     * @param graceEndsAt the first instant at which a rotation ends it; null for the current secret
     */
    public record SecretStanding(
            int generation, Digest digest, @Nullable Instant graceEndsAt, boolean revoked) {}
}
