package io.keyledger.query.verification;

import io.keyledger.verdict.profile.CompiledProfile;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Spares compiling a profile again that was compiled before. Nothing is looked up here: a caller
 * comes with the row that it has read, and only an equal row is the same profile.
 */
final class CompiledProfiles {

    private final ConcurrentMap<String, Compiled> latest = new ConcurrentHashMap<>();

    CompiledProfile of(PublishedProfile row) {
        Compiled known = latest.get(row.hub());
        if (known != null && known.row().equals(row)) {
            return known.profile();
        }
        CompiledProfile profile = row.compile();
        latest.put(row.hub(), new Compiled(row, profile));
        return profile;
    }

    @Nullable CompiledProfile ofNullable(@Nullable PublishedProfile row) {
        return row == null ? null : of(row);
    }

    private record Compiled(PublishedProfile row, CompiledProfile profile) {}
}
