package io.keyledger.server.console.campaign;

import io.keyledger.api.access.Condition;
import io.keyledger.api.access.Operator;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.controlplane.campaign.ConditionBody;
import io.keyledger.server.page.Form;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A condition as it is typed.
 *
 * @param operator by its name in requests
 * @param values one a line
 */
record ConditionRow(String field, String operator, String values) {

    static final ConditionRow BLANK = new ConditionRow("", Operator.EQUALS.label(), "");

    static ConditionRow of(Condition condition) {
        return new ConditionRow(
                condition.field(), condition.operator().label(), Lines.write(condition.values()));
    }

    static ConditionRow read(Form form, String start) {
        return new ConditionRow(
                form.value(start + "field"),
                form.value(start + "operator"),
                form.value(start + "values"));
    }

    /** Whether nothing was chosen or typed. */
    public boolean isBlank() {
        return field.isEmpty() && values.isBlank();
    }

    ConditionBody body() {
        return new ConditionBody(
                field.isEmpty() ? null : field, readOperator(), Lines.read(values));
    }

    /** Whether a refusal of the conditions means this one. */
    public boolean isMeant(FormProblem problem) {
        return switch (problem.field()) {
            case "conditions.field" -> field.isEmpty() && !isBlank();
            case "conditions.values" -> !isBlank() && isMiscounted();
            default -> problem.isAt("conditions") && has(problem.value());
        };
    }

    /** Whether there are as many values as the operator does not take. */
    private boolean isMiscounted() {
        int count = Lines.read(values).size();
        return count == 0 || (readOperator() != Operator.IN && count > 1);
    }

    private boolean has(@Nullable String value) {
        return value != null && (value.equals(field) || Lines.read(values).contains(value));
    }

    private @Nullable Operator readOperator() {
        return Arrays.stream(Operator.values())
                .filter(it -> it.label().equals(operator))
                .findFirst()
                .orElse(null);
    }
}
