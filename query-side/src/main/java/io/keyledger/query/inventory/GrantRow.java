package io.keyledger.query.inventory;

import static io.keyledger.query.inventory.Columns.constant;
import static io.keyledger.query.inventory.Columns.instant;
import static io.keyledger.query.inventory.Columns.list;

import io.keyledger.query.inventory.GrantView.Ending;
import io.keyledger.query.inventory.GrantView.EndingCause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads a row of {@code inventory_grant} with what it depends on. */
final class GrantRow {

    private GrantRow() {}

    static GrantView view(ResultSet row, int number) throws SQLException {
        return new GrantView(
                row.getString("grant_id"),
                row.getString("hub_id"),
                row.getString("workspace_id"),
                row.getString("app_id"),
                row.getString("account_id"),
                list(row, "scopes"),
                row.getString("bound_key"),
                row.getInt("generation"),
                row.getTimestamp("granted_at").toInstant(),
                row.getLong("granted_position"),
                instant(row, "last_issued_at"),
                row.getTimestamp("expires_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                ending(row),
                row.getLong("version"));
    }

    private static @Nullable Ending ending(ResultSet row) throws SQLException {
        Instant revokedAt = instant(row, "revoked_at");
        if (revokedAt != null) {
            return new Ending(constant(EndingCause.class, row.getString("cause")), revokedAt);
        }
        Instant appDeletedAt = instant(row, "app_deleted_at");
        if (appDeletedAt != null) {
            return new Ending(EndingCause.APP_DELETED, appDeletedAt);
        }
        return row.getBoolean("member_gone") ? new Ending(EndingCause.MEMBER_GONE, null) : null;
    }
}
