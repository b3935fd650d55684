package io.keyledger.query.verification;

import com.github.benmanes.caffeine.cache.Interner;
import io.keyledger.api.access.AccessFilter;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.CredentialKind;
import io.keyledger.verdict.Delegation;
import io.keyledger.verdict.access.AddressBlocks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link Credential} of a row. Millions are kept: what many have in common is held once.
 */
final class CredentialRow {

    private static final Interner<Set<String>> SCOPES = Interner.newWeakInterner();

    /** Keys that are bound to one filter share it. */
    private static final Interner<AccessFilter> FILTERS = Interner.newWeakInterner();

    /** An app has many tokens. */
    private static final Interner<String> NAMES = Interner.newWeakInterner();

    private CredentialRow() {}

    static Credential read(ResultSet row) throws SQLException {
        return new Credential(
                row.getString("credential_id"),
                kind(row.getString("kind")),
                row.getString("workspace_id"),
                row.getInt("generation"),
                SCOPES.intern(Set.copyOf(strings(row, "live_scopes"))),
                validUntil(row.getObject("valid_until", OffsetDateTime.class)),
                row.getBoolean("dead"),
                addresses(strings(row, "allowed_cidrs")),
                filter(row.getString("access_filter")),
                delegation(row),
                row.getLong("position"));
    }

    private static @Nullable Delegation delegation(ResultSet row) throws SQLException {
        String app = row.getString("app_id");
        return app == null
                ? null
                : new Delegation(
                        NAMES.intern(app),
                        row.getString("account_id"),
                        row.getString("bound_key"),
                        row.getTimestamp("issued_at").getTime());
    }

    private static CredentialKind kind(String label) {
        for (CredentialKind kind : CredentialKind.values()) {
            if (kind.label().equals(label)) {
                return kind;
            }
        }
        throw new IllegalStateException("a credential of unknown kind: " + label);
    }

    private static long validUntil(@Nullable OffsetDateTime end) {
        return end == null ? Credential.FOREVER : end.toInstant().toEpochMilli();
    }

    private static @Nullable AccessFilter filter(@Nullable String json) {
        AccessFilter filter = FilterColumn.filter(json);
        return filter == null ? null : FILTERS.intern(filter);
    }

    private static AddressBlocks addresses(List<String> cidrs) {
        return cidrs.isEmpty() ? AddressBlocks.ANYWHERE : AddressBlocks.of(cidrs);
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
