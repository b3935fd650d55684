package io.keyledger.api.hub;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Unmodifiable copies with one order, that in which a profile was written where it has one. {@code
 * Map.copyOf} and {@code Set.copyOf} iterate in another order in each JVM, and so the same profile
 * would be stored as a different text each time.
 */
final class Ordered {

    private Ordered() {}

    static <K, V> Map<K, V> copyOf(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** A set has no order of its own, so it takes that of its elements. */
    static Set<String> copyOf(Set<String> elements) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(new TreeSet<>(elements)));
    }

    /** A copy of a JSON object, all the way down. */
    static Map<String, Object> json(Map<String, Object> object) {
        Map<String, Object> copy = new LinkedHashMap<>();
        object.forEach((name, value) -> copy.put(name, jsonValue(value)));
        return Collections.unmodifiableMap(copy);
    }

    private static Object jsonValue(Object value) {
        return switch (value) {
            case Map<?, ?> object -> {
                Map<String, Object> copy = new LinkedHashMap<>();
                object.forEach((name, inner) -> copy.put((String) name, jsonValue(inner)));
                yield Collections.unmodifiableMap(copy);
            }
            case List<?> array -> {
                List<Object> copy = new ArrayList<>();
                array.forEach(inner -> copy.add(jsonValue(inner)));
                yield Collections.unmodifiableList(copy);
            }
            default -> value;
        };
    }
}
