package io.keyledger.query.inventory;

import static io.keyledger.query.inventory.Columns.array;
import static io.keyledger.query.inventory.Columns.word;

import io.keyledger.api.grant.AccessTokenRecord;
import io.keyledger.api.grant.GrantEvent.ClientCredentialsGranted;
import io.keyledger.api.grant.GrantEvent.GrantApproved;
import io.keyledger.api.grant.RevocationCause;
import io.keyledger.api.grant.Succession;
import io.keyledger.query.paging.Cursor;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of {@code inventory_grant}. */
final class GrantTable {

    /** What a grant depends on decides with it, as it does for verdicts. */
    private static final String SELECT =
            """
            select g.*, a.deleted_at as app_deleted_at,
                g.account_id is not null and m.account_id is null as member_gone
            from inventory_grant g left join inventory_oauth_app a using (app_id)
                left join inventory_member m
                    on m.account_id = g.account_id and m.workspace_id = g.workspace_id
            """;

    private final JdbcClient jdbc;
    private final Versioned rows;

    GrantTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.rows = new Versioned(jdbc, "inventory_grant", "grant_id");
    }

    void insert(GrantApproved event, Entry entry) {
        insert(
                entry,
                event.grant().value(),
                event.hub().value(),
                event.workspace().value(),
                event.app().value(),
                event.account().value(),
                array(event.scopes()),
                event.boundKey(),
                0,
                null,
                Timestamp.from(event.codeExpiresAt()),
                Timestamp.from(event.endsAt()));
    }

    void insert(ClientCredentialsGranted event, Entry entry) {
        AccessTokenRecord token = event.accessToken();
        insert(
                entry,
                event.grant().value(),
                event.hub().value(),
                event.workspace().value(),
                event.app().value(),
                null,
                array(token.scopes()),
                token.boundKey(),
                1,
                Timestamp.from(entry.at()),
                Timestamp.from(token.expiresAt()),
                Timestamp.from(token.expiresAt()));
    }

    private void insert(Entry entry, @Nullable Object... values) {
        List<@Nullable Object> params = new ArrayList<@Nullable Object>(Arrays.asList(values));
        params.addAll(List.of(Timestamp.from(entry.at()), entry.position(), entry.version()));
        jdbc.sql(
                        """
                        insert into inventory_grant (grant_id, hub_id, workspace_id, app_id,
                            account_id, scopes, bound_key, generation, last_issued_at, expires_at,
                            ends_at, granted_at, granted_position, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (grant_id) do nothing
                        """)
                .params(params)
                .update();
    }

    /**
     * New tokens stand.
     *
     * @param expiresAt when the last of them has expired
     */
    void issue(
            String grant, int generation, Succession succession, Instant expiresAt, Entry entry) {
        rows.advance(
                grant,
                entry,
                """
                generation = ?, last_issued_at = ?, expires_at = ?,
                bound_key = coalesce(?, bound_key)
                """,
                generation,
                Timestamp.from(entry.at()),
                Timestamp.from(expiresAt),
                succession.accessToken().boundKey());
    }

    /** Something happened that changes nothing but the version. */
    void touch(String grant, Entry entry) {
        rows.advance(grant, entry);
    }

    void revoke(String grant, RevocationCause cause, Entry entry) {
        rows.advance(
                grant, entry, "revoked_at = ?, cause = ?", Timestamp.from(entry.at()), word(cause));
    }

    Optional<GrantView> find(String grant) {
        return jdbc.sql(SELECT + "where g.grant_id = ?")
                .param(grant)
                .query(GrantRow::view)
                .optional();
    }

    List<GrantView> list(GrantFilter filter, Cursor after, int limit) {
        List<Object> params = new ArrayList<>(List.of(after.position()));
        StringBuilder sql = new StringBuilder(SELECT + "where g.granted_position > ?");
        narrow(sql, params, "workspace_id", filter.workspace());
        narrow(sql, params, "app_id", filter.app());
        narrow(sql, params, "account_id", filter.account());
        params.add(limit);
        return jdbc.sql(sql + " order by g.granted_position limit ?")
                .params(params)
                .query(GrantRow::view)
                .list();
    }

    /** How many grants of an app can still be used. */
    LiveGrants live(String app, Instant now) {
        return jdbc.sql(
                        """
                        select count(*) as grants, count(distinct g.account_id) as people,
                            count(distinct g.workspace_id) as workspaces
                        from inventory_grant g join inventory_oauth_app a using (app_id)
                            left join inventory_member m
                                on m.account_id = g.account_id and m.workspace_id = g.workspace_id
                        where g.app_id = :app and g.revoked_at is null and g.expires_at > :now
                            and a.deleted_at is null
                            and (g.account_id is null or m.account_id is not null)
                        """)
                .param("app", app)
                .param("now", Timestamp.from(now))
                .query((row, number) ->
                        new LiveGrants(
                                row.getLong("grants"),
                                row.getLong("people"),
                                row.getLong("workspaces")))
                .single();
    }

    /** The apps that were ever granted anything in a workspace. */
    List<String> appsIn(String workspace, int limit) {
        return distinct("app_id", workspace, limit);
    }

    /** The people who have ever granted anything in a workspace. */
    List<String> accountsIn(String workspace, int limit) {
        return distinct("account_id", workspace, limit);
    }

    private List<String> distinct(String column, String workspace, int limit) {
        return jdbc.sql(
                        """
                        select distinct %1$s from inventory_grant
                        where workspace_id = ? and %1$s is not null order by 1 limit ?
                        """
                                .formatted(column))
                .params(workspace, limit)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static void narrow(
            StringBuilder sql, List<Object> params, String column, @Nullable String value) {
        if (value != null) {
            sql.append(" and g.").append(column).append(" = ?");
            params.add(value);
        }
    }
}
