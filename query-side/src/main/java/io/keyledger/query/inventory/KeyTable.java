package io.keyledger.query.inventory;

import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyIssued;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRotated;
import io.keyledger.api.apikey.DocumentationId;
import io.keyledger.api.campaign.FilterBinding;
import io.keyledger.query.paging.Cursor;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of {@code inventory_key}. */
final class KeyTable {

    private static final String WITHOUT_PREVIOUS =
            "previous_generation = null, previous_hint = null, previous_valid_until = null";

    private final JdbcClient jdbc;
    private final KeyRow row;

    KeyTable(JdbcClient jdbc, KeyRow row) {
        this.jdbc = jdbc;
        this.row = row;
    }

    void insert(ApiKeyIssued event, String actor, Entry entry) {
        FilterBinding filter = event.filter();
        DocumentationId documentation = event.documentation();
        jdbc.sql(
                        """
                        insert into inventory_key (key_id, workspace_id, hub_id, name, scopes,
                            expires_at, allowed_cidrs, metadata, campaign_id, filter_name,
                            documentation_id, hint, generation, issued_at,
                            issued_by, issued_position, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, 1, ?, ?, ?, ?)
                        on conflict (key_id) do nothing
                        """)
                .params(
                        Arrays.asList(
                                event.key().value(),
                                event.workspace().value(),
                                event.hub().value(),
                                event.name(),
                                array(event.scopes()),
                                timestamp(event.expiresAt()),
                                array(event.allowedCidrs()),
                                row.json(event.metadata()),
                                filter == null ? null : filter.campaign().value(),
                                filter == null ? null : filter.filter(),
                                documentation == null ? null : documentation.value(),
                                event.secret().hint(),
                                Timestamp.from(entry.at()),
                                actor,
                                entry.position(),
                                entry.version()))
                .update();
    }

    void rename(String key, String name, Entry entry) {
        set(key, entry, "name = ?", name);
    }

    void changeScopes(String key, List<String> scopes, Entry entry) {
        set(key, entry, "scopes = ?", (Object) array(scopes));
    }

    void setExpiry(String key, @Nullable Instant expiresAt, Entry entry) {
        set(key, entry, "expires_at = ?", timestamp(expiresAt));
    }

    void restrictAddresses(String key, List<String> cidrs, Entry entry) {
        set(key, entry, "allowed_cidrs = ?", (Object) array(cidrs));
    }

    void replaceMetadata(String key, Map<String, String> metadata, Entry entry) {
        set(key, entry, "metadata = ?::jsonb", row.json(metadata));
    }

    void rotate(ApiKeyRotated event, Entry entry) {
        set(
                event.key().value(),
                entry,
                "previous_generation = generation, previous_hint = hint,"
                        + " previous_valid_until = ?, generation = ?, hint = ?",
                Timestamp.from(event.previousValidUntil()),
                event.generation(),
                event.secret().hint());
    }

    /** Forgets the previous secret when it is the one that ended. */
    void endSecret(String key, int generation, Entry entry) {
        set(
                key,
                entry,
                """
                previous_valid_until = case when previous_generation = ? then null
                                       else previous_valid_until end,
                previous_hint = case when previous_generation = ? then null else previous_hint end,
                previous_generation = nullif(previous_generation, ?)
                """,
                generation,
                generation,
                generation);
    }

    /** Something happened that changes nothing but the version. */
    void touch(String key, Entry entry) {
        set(key, entry, "key_id = key_id");
    }

    void revoke(String key, Entry entry) {
        set(key, entry, "revoked_at = ?, " + WITHOUT_PREVIOUS, Timestamp.from(entry.at()));
    }

    Optional<KeyView> find(String key) {
        return jdbc.sql("select * from inventory_key where key_id = ?")
                .param(key)
                .query(row)
                .optional();
    }

    List<KeyView> ofWorkspace(String workspace, Cursor after, int limit) {
        return jdbc.sql(
                        """
                        select * from inventory_key
                        where workspace_id = ? and issued_position > ?
                        order by issued_position limit ?
                        """)
                .params(workspace, after.position(), limit)
                .query(row)
                .list();
    }

    /** An older version never overwrites a newer one, so that an event may come twice. */
    private void set(String key, Entry entry, String assignments, @Nullable Object... values) {
        List<@Nullable Object> params = new ArrayList<>();
        params.add(entry.version());
        params.addAll(Arrays.asList(values));
        params.add(key);
        params.add(entry.version());
        jdbc.sql(
                        "update inventory_key set version = ?, %s where key_id = ? and version < ?"
                                .formatted(assignments))
                .params(params)
                .update();
    }

    private static String[] array(List<String> values) {
        return values.toArray(String[]::new);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
