package io.keyledger.query.inventory;

import io.keyledger.api.access.Condition;
import io.keyledger.api.campaign.CampaignSchema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows of {@code inventory_campaign} and {@code inventory_filter}. */
final class CampaignRow {

    private static final TypeReference<List<Condition>> CONDITIONS = new TypeReference<>() {};

    private final JsonMapper mapper;

    CampaignRow(JsonMapper mapper) {
        this.mapper = mapper;
    }

    String json(Object value) {
        return mapper.writeValueAsString(value);
    }

    CampaignView campaign(ResultSet row, int number) throws SQLException {
        Timestamp archivedAt = row.getTimestamp("archived_at");
        return new CampaignView(
                row.getString("campaign_id"),
                row.getString("workspace_id"),
                row.getString("hub_id"),
                row.getString("collection"),
                row.getString("container"),
                row.getString("external_id"),
                row.getString("name"),
                mapper.readValue(row.getString("schema"), CampaignSchema.class),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("created_position"),
                archivedAt == null ? null : archivedAt.toInstant(),
                row.getLong("version"));
    }

    FilterView filter(ResultSet row, int number) throws SQLException {
        return new FilterView(
                row.getString("name"),
                mapper.readValue(row.getString("conditions"), CONDITIONS),
                row.getLong("defined_position"));
    }
}
