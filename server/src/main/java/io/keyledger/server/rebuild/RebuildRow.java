package io.keyledger.server.rebuild;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows of {@code projection_rebuild}. */
record RebuildRow(JsonMapper mapper) implements RowMapper<Rebuild> {

    private static final TypeReference<List<TableComparison>> TABLES = new TypeReference<>() {};

    @Override
    public Rebuild mapRow(ResultSet row, int number) throws SQLException {
        return new Rebuild(
                row.getObject("rebuild_id", UUID.class),
                row.getLong("number"),
                row.getString("projection"),
                RebuildState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("started_by"),
                row.getString("reason"),
                row.getTimestamp("started_at").toInstant(),
                row.getLong("position"),
                row.getLong("position"),
                row.getLong("entries"),
                row.getObject("per_second", Double.class),
                row.getString("obstacle"),
                instant(row.getTimestamp("ended_at")),
                row.getString("ended_by"),
                comparison(row));
    }

    private @Nullable Comparison comparison(ResultSet row) throws SQLException {
        String tables = row.getString("comparison");
        return tables == null
                ? null
                : new Comparison(row.getLong("compared_at"), mapper.readValue(tables, TABLES));
    }

    String json(Comparison comparison) {
        return mapper.writeValueAsString(comparison.tables());
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
