package io.keyledger.server.console.campaign;

import io.keyledger.api.access.Operator;
import io.keyledger.query.inventory.FilterView;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.controlplane.campaign.FilterChanges.Body;
import io.keyledger.server.page.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A filter as it is typed: all its conditions have to be met. */
record FilterForm(String name, List<ConditionRow> conditions, String reason) {

    private static final String REMOVE = "remove-condition-";

    /** A filter that is not there yet. */
    static final FilterForm BLANK = new FilterForm("", List.of(ConditionRow.BLANK), "");

    FilterForm {
        conditions = List.copyOf(conditions);
    }

    static FilterForm of(FilterView filter) {
        return new FilterForm(
                filter.name(), filter.conditions().stream().map(ConditionRow::of).toList(), "");
    }

    /** Reads one under the name that the form or, once there is one, the path gives it. */
    static FilterForm read(Form form, String name) {
        return new FilterForm(
                name,
                Rows.read(form, "condition", "values", start -> ConditionRow.read(form, start)),
                form.value("reason"));
    }

    /** The form with its rows added or removed; nothing when the button is to save it. */
    Optional<FilterForm> pressed(String button) {
        return switch (button) {
            case "look" -> Optional.of(this);
            case "add-condition" -> Optional.of(with(Rows.with(conditions, ConditionRow.BLANK)));
            default ->
                    button.startsWith(REMOVE)
                            ? Optional.of(
                                    with(
                                            Rows.without(
                                                    conditions, button.substring(REMOVE.length()))))
                            : Optional.empty();
        };
    }

    Body body() {
        return new Body(
                conditions.stream().filter(it -> !it.isBlank()).map(ConditionRow::body).toList(),
                reason.isBlank() ? null : reason.strip());
    }

    /** Whether a row shows the refusal, so that it need not stand above them all. */
    public boolean isShownInRow(FormProblem problem) {
        return conditions.stream().anyMatch(it -> it.isMeant(problem));
    }

    /** The operators, by their names in requests. */
    public List<String> operators() {
        return Arrays.stream(Operator.values()).map(Operator::label).toList();
    }

    private FilterForm with(List<ConditionRow> others) {
        return new FilterForm(name, others, reason);
    }
}
