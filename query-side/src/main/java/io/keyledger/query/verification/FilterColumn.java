package io.keyledger.query.verification;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.api.access.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Access filters and their conditions as JSON in the enforcement tables. */
final class FilterColumn {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Condition>> CONDITIONS = new TypeReference<>() {};

    private FilterColumn() {}

    static @Nullable String json(@Nullable AccessFilter filter) {
        return filter == null ? null : JSON.writeValueAsString(filter);
    }

    static String json(List<Condition> conditions) {
        return JSON.writeValueAsString(conditions);
    }

    static @Nullable AccessFilter filter(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, AccessFilter.class);
    }

    static List<Condition> conditions(String json) {
        return JSON.readValue(json, CONDITIONS);
    }
}
