package io.keyledger.api.access;

import java.util.List;

/**
 * What one field of a row must be. A row that lacks the field, or has it empty, equals nothing.
 *
 * @param field as the container's schema names it
 * @param values to compare with, as text; exactly one unless the operator is {@link Operator#IN},
 *     which takes one or more
 */
public record Condition(String field, Operator operator, List<String> values) {

    public Condition {
        values = List.copyOf(values);
        if (values.isEmpty() || (operator != Operator.IN && values.size() > 1)) {
            throw new IllegalArgumentException(operator + " cannot take " + values.size());
        }
    }

    /** Whether a row whose field has this value may be seen. */
    public boolean admits(String value) {
        return switch (operator) {
            case EQUALS, IN -> values.contains(value);
            case NOT_EQUALS -> !values.contains(value);
        };
    }
}
