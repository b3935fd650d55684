package io.keyledger.api;

import java.util.regex.Pattern;

/** The shape check that every identifier of the language runs when it is made. */
public final class Identifiers {

    private Identifiers() {}

    /**
     * Returns {@code value} when it has the given shape.
     *
     * @throws IllegalArgumentException when it has not; the message names the kind of identifier
     *     but repeats nothing of the value, which may be somebody's input
     */
    public static String requireShape(String value, Pattern shape, String kind) {
        if (!shape.matcher(value).matches()) {
            throw new IllegalArgumentException("not a " + kind + ": expected " + shape.pattern());
        }
        return value;
    }
}
