package io.keyledger.server.dataplane;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.api.access.Condition;
import io.keyledger.api.hub.Scope;
import io.keyledger.verdict.profile.CompiledProfile;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Access filters as the APIs that must heed them read them, and as RFC 9396 would have them. */
final class FilterJson {

    private static final byte[] FILTER = JsonWriter.name("filter");
    private static final byte[] COLLECTION = JsonWriter.name("collection");
    private static final byte[] CONTAINER = JsonWriter.name("container");
    private static final byte[] ID = JsonWriter.name("id");
    private static final byte[] CONDITIONS = JsonWriter.name("conditions");
    private static final byte[] FIELD = JsonWriter.name("field");
    private static final byte[] OPERATOR = JsonWriter.name("operator");
    private static final byte[] VALUES = JsonWriter.name("values");

    private static final byte[] AUTHORIZATION_DETAILS = JsonWriter.name("authorization_details");
    private static final byte[] TYPE = JsonWriter.name("type");
    private static final byte[] ACTIONS = JsonWriter.name("actions");
    private static final byte[] DATATYPES = JsonWriter.name("datatypes");
    private static final byte[] IDENTIFIER = JsonWriter.name("identifier");

    private FilterJson() {}

    /**
     * Adds the members that a filtered credential has and no other.
     *
     * @param profile null when the hub has none, so that no scope implies another
     */
    static void write(
            JsonWriter json,
            AccessFilter filter,
            Set<String> scopes,
            @Nullable CompiledProfile profile) {
        json.field(FILTER);
        write(json, filter);
        json.field(AUTHORIZATION_DETAILS)
                .beginArray()
                .beginObject()
                .field(TYPE)
                .string("access_filter");
        writeActions(json, scopes, profile);
        json.field(DATATYPES).beginArray().string(filter.collection()).endArray();
        json.field(IDENTIFIER).string(filter.containerId());
        writeConditions(json, filter.conditions());
        json.endObject().endArray();
    }

    /** The filter alone. */
    static void write(JsonWriter json, AccessFilter filter) {
        json.beginObject()
                .field(COLLECTION)
                .string(filter.collection())
                .field(CONTAINER)
                .string(filter.container())
                .field(ID)
                .string(filter.containerId());
        writeConditions(json, filter.conditions());
        json.endObject();
    }

    /** The scopes that are held or implied, in the order of the catalogue. */
    private static void writeActions(
            JsonWriter json, Set<String> scopes, @Nullable CompiledProfile profile) {
        json.field(ACTIONS).beginArray();
        if (profile == null) {
            scopes.forEach(json::string);
        } else {
            for (Scope scope : profile.source().scopes()) {
                if (profile.satisfied(scopes, scope.name())) {
                    json.string(scope.name());
                }
            }
        }
        json.endArray();
    }

    private static void writeConditions(JsonWriter json, List<Condition> conditions) {
        json.field(CONDITIONS).beginArray();
        for (Condition condition : conditions) {
            json.beginObject()
                    .field(FIELD)
                    .string(condition.field())
                    .field(OPERATOR)
                    .string(condition.operator().label())
                    .field(VALUES)
                    .beginArray();
            condition.values().forEach(json::string);
            json.endArray().endObject();
        }
        json.endArray();
    }
}
