package io.keyledger.command.profile;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a group that is being written, in order; what has no value is left out. */
final class Fields {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    Fields with(String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
        return this;
    }

    /** A list that may be left out when it is empty. */
    Fields withAll(String name, Collection<?> values) {
        return with(name, values.isEmpty() ? null : values);
    }

    /** A group that may be left out when it is empty. */
    Fields withAll(String name, Map<String, ?> values) {
        return with(name, values.isEmpty() ? null : values);
    }

    Map<String, Object> map() {
        return fields;
    }
}
