package io.keyledger.query.verification;

import io.keyledger.api.token.Digest;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.WorkspaceStanding;
import io.keyledger.verdict.profile.CompiledProfile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Reads the enforcement tables for the verifier, over a pool of its own, by primary key. */
final class Truth {

    private static final String STANDING =
            "w.hub_id, w.plan, w.suspended, w.position as standing_position";

    /**
     * A token is no more than its grant, its app and its person are now; one without a grant is
     * dead. To a key the join finds nothing.
     */
    private static final String CREDENTIAL =
            """
            c.*, c.revoked or (c.kind = 'access_token' and coalesce(g.dead, true)) as dead,
            case when c.app_id is null then c.scopes
                else array(select s from unnest(c.scopes) s where s = any(g.app_scopes))
            end as live_scopes
            """;

    private static final String JOINED =
            """
            from credential c left join workspace_standing w using (workspace_id)
                left join oauth_grant_standing g
                    on c.app_id is not null and g.grant_id = c.credential_id
            """;

    private static final String BY_DIGEST =
            "select %s, %s %s where c.digest = ?".formatted(CREDENTIAL, STANDING, JOINED);

    private static final String ALL_BY_DIGEST =
            """
            select %s, %s, p.version, p.profile, p.position as profile_position,
                floor(extract(epoch from clock_timestamp()) * 1000)::bigint as at
            %s left join hub_profile p on p.hub_id = w.hub_id
            where c.digest = ?
            """
                    .formatted(CREDENTIAL, STANDING, JOINED);

    private static final String BY_WORKSPACE =
            "select workspace_id, %s from workspace_standing w where workspace_id = ?"
                    .formatted(STANDING);

    private final JdbcClient jdbc;
    private final HubProfileTable hubs;
    private final CompiledProfiles profiles;
    private final VerificationMeters meters;

    Truth(JdbcClient jdbc, CompiledProfiles profiles, VerificationMeters meters) {
        this.jdbc = jdbc;
        this.hubs = new HubProfileTable(jdbc);
        this.profiles = profiles;
        this.meters = meters;
    }

    /** A credential, and in the same round trip the standing that is asked for next. */
    @Nullable Found find(Digest digest) {
        return one(
                jdbc.sql(BY_DIGEST).param(digest.bytes()),
                (row, _) -> new Found(CredentialRow.read(row), standing(row)));
    }

    @Nullable WorkspaceStanding standing(String workspace) {
        return one(
                jdbc.sql(BY_WORKSPACE).param(workspace),
                (row, _) -> standing(row, row.getString("hub_id")));
    }

    @Nullable CompiledProfile profile(String hub) {
        return profiles.ofNullable(meters.load(() -> hubs.find(hub)));
    }

    /** The profiles that judge now, in order of hub. */
    List<CompiledProfile> profiles() {
        return hubs.all().stream().map(profiles::of).toList();
    }

    /** Everything in one statement, and so as of one instant; null when there is no such secret. */
    @Nullable Facts facts(Digest digest) {
        return one(jdbc.sql(ALL_BY_DIGEST).param(digest.bytes()), (row, _) -> facts(row));
    }

    private <T> @Nullable T one(StatementSpec statement, RowMapper<T> mapper) {
        return meters.load(() -> statement.query(mapper).optional().orElse(null));
    }

    private Facts facts(ResultSet row) throws SQLException {
        WorkspaceStanding standing = standing(row);
        String profile = row.getString("profile");
        if (standing == null || profile == null) {
            throw new TruthUnavailableException("a secret without workspace or hub profile", null);
        }
        return new Facts(
                CredentialRow.read(row),
                standing,
                profiles.of(
                        new PublishedProfile(
                                standing.hub(),
                                row.getInt("version"),
                                profile,
                                row.getLong("profile_position"))),
                row.getLong("at"));
    }

    private static @Nullable WorkspaceStanding standing(ResultSet row) throws SQLException {
        String hub = row.getString("hub_id");
        return hub == null ? null : standing(row, hub);
    }

    private static WorkspaceStanding standing(ResultSet row, String hub) throws SQLException {
        return new WorkspaceStanding(
                row.getString("workspace_id"),
                hub,
                row.getString("plan"),
                row.getBoolean("suspended"),
                row.getLong("standing_position"));
    }

    /**
     * A row of the join.
     *
     * @param standing null when the table has none, which must not be
     */
    record Found(Credential credential, @Nullable WorkspaceStanding standing) {}
}
