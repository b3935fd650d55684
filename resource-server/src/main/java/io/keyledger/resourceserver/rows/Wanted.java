package io.keyledger.resourceserver.rows;

import io.keyledger.api.access.Condition;
import io.keyledger.api.access.Operator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One condition, made two-valued: a field is one of some texts, or it is none of them. A row that
 * lacks the field, or has it empty, equals nothing.
 *
 * @param values that a stored text can equal: not empty, and text that UTF-8 and PostgreSQL have
 */
record Wanted(String field, boolean isOneOf, List<String> values) {

    static Wanted of(Condition condition) {
        return new Wanted(
                condition.field(),
                condition.operator() != Operator.NOT_EQUALS,
                condition.values().stream().filter(Wanted::canBeStored).distinct().toList());
    }

    boolean admits(@Nullable Object stored) {
        return isOneOf == (stored != null && values.contains(stored.toString()));
    }

    /** For people: what the field would have to be. */
    String demand(Condition condition) {
        String texts =
                String.join(", ", condition.values().stream().map(it -> "“" + it + "”").toList());
        if (!isOneOf) {
            return "must not be " + texts;
        }
        return (condition.values().size() == 1 ? "must be " : "must be one of ") + texts;
    }

    private static boolean canBeStored(String text) {
        return !text.isEmpty()
                && text.indexOf('\0') < 0
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
