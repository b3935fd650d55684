package io.keyledger.query.profilechange;

import io.keyledger.api.hub.HubProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Which fields of two profiles are not the same. */
final class FieldChanges {

    private static final Map<String, Function<HubProfile, ?>> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("title", HubProfile::title);
        FIELDS.put("base-path", HubProfile::basePath);
        FIELDS.put("hosts", HubProfile::hosts);
        FIELDS.put("keys", HubProfile::keys);
        FIELDS.put("scopes", HubProfile::scopes);
        FIELDS.put("plans", HubProfile::plans);
        FIELDS.put("access", HubProfile::access);
        FIELDS.put("limits", HubProfile::limits);
        FIELDS.put("routes", HubProfile::routes);
        FIELDS.put("errors", HubProfile::errors);
        FIELDS.put("oauth", HubProfile::oauth);
        FIELDS.put("collections", HubProfile::collections);
    }

    private FieldChanges() {}

    /** As the profile language calls them. */
    static List<String> between(HubProfile before, HubProfile after) {
        return FIELDS.entrySet().stream()
                .filter(field -> differs(field.getValue(), before, after))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean differs(
            Function<HubProfile, ?> field, HubProfile before, HubProfile after) {
        return !Objects.equals(field.apply(before), field.apply(after));
    }
}
