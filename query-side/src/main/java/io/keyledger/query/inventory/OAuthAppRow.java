package io.keyledger.query.inventory;

import static io.keyledger.query.inventory.Columns.constant;
import static io.keyledger.query.inventory.Columns.instant;
import static io.keyledger.query.inventory.Columns.list;

import io.keyledger.api.oauthapp.ClientType;
import io.keyledger.query.inventory.OAuthAppView.ClientSecret;
import io.keyledger.query.inventory.OAuthAppView.PreviousSecret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads a row of {@code inventory_oauth_app}. */
final class OAuthAppRow {

    private OAuthAppRow() {}

    static OAuthAppView view(ResultSet row, int number) throws SQLException {
        return new OAuthAppView(
                row.getString("app_id"),
                row.getString("workspace_id"),
                row.getString("hub_id"),
                row.getString("name"),
                list(row, "redirect_uris"),
                row.getString("logo"),
                list(row, "scopes"),
                constant(ClientType.class, row.getString("type")),
                secret(row),
                row.getTimestamp("registered_at").toInstant(),
                row.getString("registered_by"),
                row.getLong("registered_position"),
                instant(row, "deleted_at"),
                row.getLong("version"));
    }

    private static @Nullable ClientSecret secret(ResultSet row) throws SQLException {
        String hint = row.getString("hint");
        return hint == null
                ? null
                : new ClientSecret(row.getInt("generation"), hint, previous(row));
    }

    private static @Nullable PreviousSecret previous(ResultSet row) throws SQLException {
        Instant validUntil = instant(row, "previous_valid_until");
        return validUntil == null
                ? null
                : new PreviousSecret(row.getString("previous_hint"), validUntil);
    }
}
