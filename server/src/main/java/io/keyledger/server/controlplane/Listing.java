package io.keyledger.server.controlplane;

import io.keyledger.query.paging.Cursor;
import io.keyledger.query.paging.Page;
import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next send it as {@code cursor} for the next page; absent on the last
 */
public record Listing<T>(List<T> items, @Nullable String next) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int HIGHEST_LIMIT = 200;

    /** A page with each item in the form that callers get. */
    public static <T, V> Listing<V> of(Page<T> page, Function<T, V> form) {
        Cursor next = page.next();
        return new Listing<>(
                page.items().stream().map(form).toList(), next == null ? null : next.encoded());
    }

    /** Where the caller wants to go on. */
    public static Cursor cursor(@Nullable String cursor) {
        try {
            return cursor == null ? Cursor.START : Cursor.decode(cursor);
        } catch (IllegalArgumentException _) {
            throw ProblemException.of(
                    ProblemCode.INVALID_PARAMETER,
                    "cursor",
                    "Send the cursor as the last page's next had it.");
        }
    }

    /** How many items the caller gets: what it asks for, within reason. */
    public static int limit(@Nullable Integer limit) {
        if (limit != null && limit < 1) {
            throw ProblemException.of(
                    ProblemCode.INVALID_PARAMETER, "limit", "The limit is at least 1.");
        }
        return limit == null ? DEFAULT_LIMIT : Math.min(limit, HIGHEST_LIMIT);
    }
}
