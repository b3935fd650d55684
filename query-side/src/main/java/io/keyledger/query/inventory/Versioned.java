package io.keyledger.query.inventory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Changes rows that have a version: an older one never overwrites a newer one, so that an event may
 * come twice.
 *
 * @param table of the rows
 * @param key the column that names them
 */
record Versioned(JdbcClient jdbc, String table, String key) {

    /**
     * Brings a row to the version of an entry.
     *
     * @param assignments in SQL, with a question mark for each of {@code values}
     * @return whether the entry was news
     */
    boolean advance(String id, Entry entry, String assignments, @Nullable Object... values) {
        List<@Nullable Object> params = new ArrayList<@Nullable Object>(Arrays.asList(values));
        params.addAll(List.of(entry.version(), id, entry.version()));
        return jdbc.sql(
                                "update %s set %s, version = ? where %s = ? and version < ?"
                                        .formatted(table, assignments, key))
                        .params(params)
                        .update()
                > 0;
    }

    /** Brings a row to the version of an entry that changes nothing else of it. */
    boolean advance(String id, Entry entry) {
        return advance(id, entry, key + " = " + key);
    }
}
