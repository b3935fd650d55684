package io.keyledger.server.console.frame;

import io.keyledger.query.audittrail.Change;
import org.jspecify.annotations.Nullable;

/**
 * One value that changed, as people read it.
 *
 * @param before null when there was none
 * @param after null when there is none any more
 * @param id of what {@code after} is the name of; null when it is no name
 */
public record Told(
        String field, @Nullable String before, @Nullable String after, @Nullable String id) {

    static Told of(Change change, Names names) {
        String after = text(change.after());
        String name = after == null ? null : names.of(change.field(), after).orElse(null);
        return new Told(
                change.field(),
                text(change.before()),
                name == null ? after : name,
                name == null ? null : after);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
