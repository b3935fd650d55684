package io.keyledger.server.controlplane.audit;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values (RFC 4180). A value that a spreadsheet would take for a formula has an
 * apostrophe before it, as OWASP advises: whoever names a key must not calculate on an auditor's
 * desk.
 */
final class Csv {

    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

    private Csv() {}

    /** A line with its end; null is an empty value. */
    static String line(@Nullable Object... values) {
        return Stream.of(values).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number.toString();
            default -> '"' + harmless(value.toString()).replace("\"", "\"\"") + '"';
        };
    }

    private static String harmless(String text) {
        return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
