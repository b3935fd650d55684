package io.keyledger.server.console.key;

import io.keyledger.server.page.Form;
import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people type into fields of text, as the API takes it, and back. */
final class Typed {

    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");

    private Typed() {}

    /** Null when nothing was typed. */
    static @Nullable String text(Form form, String field) {
        String value = form.value(field).strip();
        return value.isEmpty() ? null : value;
    }

    /** One in each line, or with commas or spaces between them. */
    static List<String> several(String text) {
        return BETWEEN.splitAsStream(text.strip()).filter(it -> !it.isEmpty()).toList();
    }

    static String lines(List<String> values) {
        return values.stream().collect(Collectors.joining("\n"));
    }

    /** A date and time of UTC, as a browser's field for them has it; null when it is empty. */
    static @Nullable Instant moment(String field, String text) {
        try {
            return text.isBlank()
                    ? null
                    : LocalDateTime.parse(text.strip()).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException _) {
            throw ProblemException.of(
                    ProblemCode.INVALID_FIELD,
                    field,
                    "Write date and time as 2027-01-31T12:00, or leave the field empty.");
        }
    }

    /** The same moment, to the last digit, for the same field. */
    static String written(@Nullable Instant moment) {
        return moment == null ? "" : LocalDateTime.ofInstant(moment, ZoneOffset.UTC).toString();
    }
}
