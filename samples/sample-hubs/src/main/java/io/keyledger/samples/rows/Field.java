package io.keyledger.samples.rows;

import java.util.List;

/**
 * A member of a resource, and the column of the same name.
 *
 * @param required whether a resource cannot be without it
 * @param writable whether a client may set it
 * @param options the only values that it may have; empty for any
 */
public record Field(
        String name, FieldType type, boolean required, boolean writable, List<String> options) {

    public static Field required(String name, FieldType type) {
        return new Field(name, type, true, true, List.of());
    }

    public static Field optional(String name, FieldType type) {
        return new Field(name, type, false, true, List.of());
    }

    /** Set by the API alone. */
    public static Field readOnly(String name, FieldType type) {
        return new Field(name, type, false, false, List.of());
    }

    public static Field oneOf(String name, String... options) {
        return new Field(name, FieldType.TEXT, false, true, List.of(options));
    }
}
