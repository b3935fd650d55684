package io.keyledger.query.inventory;

import io.keyledger.api.apikey.DocumentationId;
import io.keyledger.api.campaign.CampaignId;
import io.keyledger.api.campaign.FilterBinding;
import io.keyledger.query.inventory.KeyView.PreviousSecret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads a row of {@code inventory_key}. */
final class KeyRow implements RowMapper<KeyView> {

    private static final TypeReference<Map<String, String>> METADATA = new TypeReference<>() {};

    private final JsonMapper mapper;

    KeyRow(JsonMapper mapper) {
        this.mapper = mapper;
    }

    String json(Map<String, String> metadata) {
        return mapper.writeValueAsString(metadata);
    }

    @Override
    public KeyView mapRow(ResultSet row, int number) throws SQLException {
        return new KeyView(
                row.getString("key_id"),
                row.getString("workspace_id"),
                row.getString("hub_id"),
                row.getString("name"),
                list(row, "scopes"),
                instant(row, "expires_at"),
                list(row, "allowed_cidrs"),
                mapper.readValue(row.getString("metadata"), METADATA),
                filter(row),
                documentation(row.getString("documentation_id")),
                row.getString("hint"),
                row.getInt("generation"),
                previous(row),
                row.getTimestamp("issued_at").toInstant(),
                row.getString("issued_by"),
                row.getLong("issued_position"),
                instant(row, "revoked_at"),
                row.getLong("version"));
    }

    private static @Nullable FilterBinding filter(ResultSet row) throws SQLException {
        String campaign = row.getString("campaign_id");
        return campaign == null
                ? null
                : new FilterBinding(new CampaignId(campaign), row.getString("filter_name"));
    }

    private static @Nullable DocumentationId documentation(@Nullable String id) {
        return id == null ? null : new DocumentationId(id);
    }

    private static @Nullable PreviousSecret previous(ResultSet row) throws SQLException {
        Instant validUntil = instant(row, "previous_valid_until");
        return validUntil == null
                ? null
                : new PreviousSecret(
                        row.getInt("previous_generation"),
                        row.getString("previous_hint"),
                        validUntil);
    }

    private static List<String> list(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
