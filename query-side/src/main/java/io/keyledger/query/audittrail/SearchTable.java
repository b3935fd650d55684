package io.keyledger.query.audittrail;

import io.keyledger.query.paging.Cursor;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL that searches {@code audit_entry}. */
final class SearchTable {

    private final JdbcClient jdbc;
    private final AuditRow row;

    SearchTable(JdbcClient jdbc, AuditRow row) {
        this.jdbc = jdbc;
        this.row = row;
    }

    /** Newest first, by time; of the same time, by position. */
    List<AuditEntry> find(AuditSearch search, Cursor after, int limit) {
        Conditions conditions = conditions(search, after);
        return jdbc.sql(
                        "select * from audit_entry where %s order by at desc, position desc limit %d"
                                .formatted(conditions.sql(), limit))
                .params(conditions.values)
                .query(row)
                .list();
    }

    private static Conditions conditions(AuditSearch search, Cursor after) {
        return new Conditions()
                .and("credential_id = ?", search.credential())
                .and("workspace_id = ?", search.workspace())
                .and("actor = ?", search.actor())
                .and("event = any(?)", anyOf(search.events()))
                .and("at >= ?", timestamp(search.from()))
                .and("at < ?", timestamp(search.to()))
                .and("reason ilike ?", part(search.why()))
                .andOlderThan(after);
    }

    private static String @Nullable [] anyOf(List<String> events) {
        return events.isEmpty() ? null : events.toArray(String[]::new);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    /** What is searched for is text: wildcards in it stand for themselves. */
    private static @Nullable String part(@Nullable String why) {
        return why == null ? null : "%" + why.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    /** What is asked for. A condition without a value is not among it, and costs nothing. */
    private static final class Conditions {

        private final List<String> all = new ArrayList<>(List.of("true"));
        private final List<Object> values = new ArrayList<>();

        Conditions and(String condition, @Nullable Object value) {
            if (value != null) {
                all.add(condition);
                values.add(value);
            }
            return this;
        }

        /** A cursor names the last entry that was seen. */
        Conditions andOlderThan(Cursor seen) {
            if (!seen.equals(Cursor.START)) {
                all.add("(at, position) < ((select at from audit_entry where position = ?), ?)");
                values.add(seen.position());
                values.add(seen.position());
            }
            return this;
        }

        String sql() {
            return String.join(" and ", all);
        }
    }
}
