package io.keyledger.samples.rows;

import io.keyledger.resourceserver.rows.SqlCondition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What clients do with a collection, in one workspace. */
public record Crud(Rows rows, Collection collection, String workspace) {

    private static final SqlCondition ALL = new SqlCondition("(true)", List.of());

    public List<Map<String, @Nullable Object>> list(Paging paging) {
        return rows.list(collection, workspace, ALL, paging.perPage(), paging.offset());
    }

    public long count() {
        return rows.count(collection, workspace, ALL);
    }

    public Map<String, @Nullable Object> get(String id) {
        return rows.find(collection, workspace, id);
    }

    public Map<String, @Nullable Object> create(Map<String, @Nullable Object> body) {
        return rows.insert(collection, workspace, collection.created(body));
    }

    public Map<String, @Nullable Object> change(String id, Map<String, @Nullable Object> body) {
        rows.find(collection, workspace, id);
        return rows.update(collection, workspace, id, collection.changed(body));
    }

    public void delete(String id) {
        rows.delete(collection, workspace, id);
    }
}
