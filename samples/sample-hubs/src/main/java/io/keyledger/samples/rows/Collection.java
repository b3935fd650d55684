package io.keyledger.samples.rows;

import io.keyledger.resourceserver.FieldsRefusedException;
import io.keyledger.resourceserver.ResourceNotFoundException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A collection of an API.
 *
 * @param table where its rows are
 * @param idPrefix what their ids start with
 * @param called what one of them is called where its absence is told; null for the hub's general
 *     text
 * @param fields in the order of the answers; {@code id}, {@code created_at} and {@code updated_at}
 *     stand around them
 */
public record Collection(
        String table, String idPrefix, @Nullable String called, List<Field> fields) {

    public Collection {
        fields = List.copyOf(fields);
    }

    /** Whose absence is told in the hub's general text. */
    public Collection(String table, String idPrefix, List<Field> fields) {
        this(table, idPrefix, null, fields);
    }

    /** There is none with this id, or it is somebody else's: the two read alike. */
    ResourceNotFoundException absent(String id) {
        return called == null
                ? new ResourceNotFoundException()
                : ResourceNotFoundException.saying(
                        "%s with ID %s was not found.".formatted(called, id));
    }

    /** What a new resource is to hold. */
    public Map<String, Object> created(Map<String, @Nullable Object> body) {
        return checked(body, true);
    }

    /** What changes of a resource; a null takes a value away. */
    public Map<String, Object> changed(Map<String, @Nullable Object> body) {
        return checked(body, false);
    }

    private Map<String, Object> checked(Map<String, @Nullable Object> body, boolean complete) {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : fields) {
            if (body.containsKey(field.name()) || (complete && field.required())) {
                check(field, body.get(field.name()), values, errors);
            }
        }
        for (String name : body.keySet()) {
            if (fields.stream().noneMatch(it -> it.name().equals(name))) {
                errors.put(name, List.of("is no field of this resource"));
            }
        }
        if (!errors.isEmpty()) {
            throw new FieldsRefusedException(errors);
        }
        return values;
    }

    private static void check(
            Field field,
            @Nullable Object given,
            Map<String, Object> values,
            Map<String, List<String>> errors) {
        Object value = given == null ? null : field.type().read(given);
        if (!field.writable()) {
            blame(field, "cannot be set", errors);
        } else if (given == null && field.required()) {
            blame(field, "is required", errors);
        } else if (given != null && value == null) {
            blame(field, field.type().demand(), errors);
        } else if (value != null
                && !field.options().isEmpty()
                && !field.options().contains(value)) {
            blame(field, "must be one of " + String.join(", ", field.options()), errors);
        } else {
            values.put(field.name(), value == null ? Rows.NOTHING : value);
        }
    }

    private static void blame(Field field, String why, Map<String, List<String>> errors) {
        errors.computeIfAbsent(field.name(), _ -> new ArrayList<>()).add(why);
    }
}
