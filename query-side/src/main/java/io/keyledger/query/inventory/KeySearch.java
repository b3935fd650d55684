package io.keyledger.query.inventory;

import io.keyledger.query.paging.Cursor;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL that finds keys in {@code inventory_key}, newest first. */
final class KeySearch {

    private static final String OPEN =
            "revoked_at is null and (expires_at is null or expires_at > ?)";

    private final JdbcClient jdbc;
    private final KeyRow row;

    KeySearch(JdbcClient jdbc, KeyRow row) {
        this.jdbc = jdbc;
        this.row = row;
    }

    List<KeyView> find(KeyFilter filter, Cursor after, Instant now, int limit) {
        Where where = new Where().and("workspace_id = ?", filter.workspace());
        narrow(where, filter, Timestamp.from(now));
        if (!after.equals(Cursor.START)) {
            where.and("issued_position < ?", after.position());
        }
        return jdbc.sql(
                        "select * from inventory_key where %s order by issued_position desc limit %d"
                                .formatted(where.sql(), limit))
                .params(where.values)
                .query(row)
                .list();
    }

    private static void narrow(Where where, KeyFilter filter, Timestamp now) {
        switch (filter.status()) {
            case null -> {}
            case ACTIVE -> where.and(OPEN, now);
            case ROTATING -> where.and(OPEN + " and previous_valid_until > ?", now, now);
            case EXPIRED -> where.and("revoked_at is null and expires_at <= ?", now);
            case REVOKED -> where.and("revoked_at is not null");
        }
        if (filter.scope() != null) {
            where.and("? = any(scopes)", filter.scope());
        }
        if (filter.campaign() != null) {
            where.and("campaign_id = ?", filter.campaign());
        }
        String part = part(filter.text());
        if (part != null) {
            where.and("(name ilike ? or hint ilike ? or previous_hint ilike ?)", part, part, part);
        }
    }

    /** What is searched for is text: wildcards in it stand for themselves. */
    private static @Nullable String part(@Nullable String text) {
        return text == null ? null : "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private static final class Where {

        private final List<String> conditions = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        Where and(String condition, Object... itsValues) {
            conditions.add(condition);
            values.addAll(List.of(itsValues));
            return this;
        }

        String sql() {
            return String.join(" and ", conditions);
        }
    }
}
