package io.keyledger.server.controlplane;

import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fields that a body must have. */
public final class Required {

    private Required() {}

    /** The value of a field, which the caller must have given. */
    public static <T> T field(String name, @Nullable T value) {
        if (value == null) {
            throw ProblemException.of(
                    ProblemCode.MISSING_FIELD, name, "The field " + name + " is missing.");
        }
        return value;
    }

    /** A list of names without nulls in it; an absent one is empty. */
    public static List<String> elements(String name, @Nullable List<String> values) {
        return items(name, values);
    }

    /** A list without nulls in it; an absent one is empty. */
    public static <T> List<T> items(String name, @Nullable List<T> values) {
        if (values == null) {
            return List.of();
        }
        if (values.stream().anyMatch(Objects::isNull)) {
            throw nullInside(name);
        }
        return values;
    }

    /** A map without nulls in it; an absent one is empty. */
    public static Map<String, String> entries(String name, @Nullable Map<String, String> values) {
        if (values == null) {
            return Map.of();
        }
        if (values.values().stream().anyMatch(Objects::isNull)) {
            throw nullInside(name);
        }
        return values;
    }

    private static ProblemException nullInside(String name) {
        return ProblemException.of(
                ProblemCode.INVALID_FIELD, name, "The field " + name + " has a null in it.");
    }
}
