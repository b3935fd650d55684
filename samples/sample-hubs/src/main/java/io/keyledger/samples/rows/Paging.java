package io.keyledger.samples.rows;

import io.keyledger.resourceserver.FieldsRefusedException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a collection is asked for.
 *
 * @param page from 1
 */
public record Paging(int page, int perPage) {

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final int LAST = 1_000_000;

    /**
     * Reads {@code page} and {@code per_page}.
     *
     * @throws FieldsRefusedException when one is out of bounds
     */
    public static Paging of(Map<String, String> query) {
        return new Paging(
                number("page", query.get("page"), 1, LAST),
                number("per_page", query.get("per_page"), USUAL, MOST));
    }

    public long offset() {
        return (page - 1L) * perPage;
    }

    /** How many pages a collection has, at least one. */
    public long pages(long total) {
        return Math.max(1, Math.ceilDiv(total, perPage));
    }

    private static int number(String name, @Nullable String text, int usual, int most) {
        if (text == null) {
            return usual;
        }
        if (!text.matches("[1-9][0-9]{0,6}") || Integer.parseInt(text) > most) {
            throw FieldsRefusedException.of(name, "must be a number from 1 to " + most);
        }
        return Integer.parseInt(text);
    }
}
