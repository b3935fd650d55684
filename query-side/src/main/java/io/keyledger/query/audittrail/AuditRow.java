package io.keyledger.query.audittrail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads a row of {@code audit_entry}. */
final class AuditRow implements RowMapper<AuditEntry> {

    private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};

    private final JsonMapper mapper;

    AuditRow(JsonMapper mapper) {
        this.mapper = mapper;
    }

    String json(List<Change> changes) {
        return mapper.writeValueAsString(changes);
    }

    @Override
    public AuditEntry mapRow(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("position"),
                row.getString("event_id"),
                row.getTimestamp("at").toInstant(),
                row.getString("event"),
                row.getString("hub_id"),
                row.getString("workspace_id"),
                row.getString("credential_id"),
                row.getString("app_id"),
                row.getString("account_id"),
                row.getString("actor"),
                row.getString("on_behalf_of"),
                row.getString("source_address"),
                row.getString("correlation_id"),
                row.getString("causation_id"),
                row.getString("reason"),
                mapper.readValue(row.getString("changes"), CHANGES));
    }
}
