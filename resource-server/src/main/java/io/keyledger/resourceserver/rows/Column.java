package io.keyledger.resourceserver.rows;

import java.util.regex.Pattern;

/** A column, as an application names it. That is code, and is checked all the same. */
final class Column {

    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";
    private static final String PLAIN = NAME + "(\\." + NAME + ")?";
    private static final Pattern COLUMN = Pattern.compile(PLAIN);
    private static final Pattern MEMBER = Pattern.compile(PLAIN + "->>'" + NAME + "'");

    private Column() {}

    /** SQL for the column's text. */
    static String expression(String column) {
        if (COLUMN.matcher(column).matches()) {
            return "cast(" + column + " as text)";
        }
        if (MEMBER.matcher(column).matches()) {
            return "(" + column + ")";
        }
        throw new IllegalArgumentException(
                "neither a column nor a member of a JSON column: " + column);
    }
}
