package io.keyledger.query.paging;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next where the next page starts; null when this is the last
 */
public record Page<T>(List<T> items, @Nullable Cursor next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page from rows that were read with one more than {@code limit}, to see whether there
     * is a next page.
     *
     * @param position the ledger position that orders the list
     */
    public static <T> Page<T> of(List<T> rows, int limit, ToLongFunction<T> position) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, new Cursor(position.applyAsLong(items.getLast())));
    }
}
