package io.keyledger.server.console.campaign;

import io.keyledger.api.campaign.CampaignSchema;
import io.keyledger.api.campaign.FieldType;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.controlplane.campaign.SchemaBody;
import io.keyledger.server.page.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The schema of a campaign as it is typed. Buttons add and remove rows without anything being
 * saved, and without a script.
 *
 * @param statuses one a line
 */
record SchemaForm(List<FieldRow> fields, List<SelectRow> selects, String statuses) {

    /** The name of the buttons. */
    static final String BUTTON = "do";

    private static final String REMOVE_FIELD = "remove-field-";
    private static final String REMOVE_SELECT = "remove-select-";

    SchemaForm {
        fields = List.copyOf(fields);
        selects = List.copyOf(selects);
    }

    /** A schema, to be changed; one that has nothing yet starts with a row of each. */
    static SchemaForm of(CampaignSchema schema) {
        List<FieldRow> fields = schema.fields().stream().map(FieldRow::of).toList();
        List<SelectRow> selects = schema.selects().stream().map(SelectRow::of).toList();
        return new SchemaForm(
                fields.isEmpty() ? List.of(FieldRow.BLANK) : fields,
                selects.isEmpty() ? List.of(SelectRow.BLANK) : selects,
                Lines.write(schema.statuses()));
    }

    static SchemaForm read(Form form) {
        return new SchemaForm(
                Rows.read(form, "field", "name", start -> FieldRow.read(form, start)),
                Rows.read(form, "select", "name", start -> SelectRow.read(form, start)),
                form.value("statuses"));
    }

    /** The form with its rows added or removed; nothing when the button is to save it. */
    Optional<SchemaForm> pressed(String button) {
        return switch (button) {
            case "add-field" -> Optional.of(withFields(Rows.with(fields, FieldRow.BLANK)));
            case "add-select" -> Optional.of(withSelects(Rows.with(selects, SelectRow.BLANK)));
            default -> removed(button);
        };
    }

    private Optional<SchemaForm> removed(String button) {
        if (button.startsWith(REMOVE_FIELD)) {
            String index = button.substring(REMOVE_FIELD.length());
            return Optional.of(withFields(Rows.without(fields, index)));
        }
        if (button.startsWith(REMOVE_SELECT)) {
            String index = button.substring(REMOVE_SELECT.length());
            return Optional.of(withSelects(Rows.without(selects, index)));
        }
        return Optional.empty();
    }

    /** What is typed, without the rows in which nothing is. */
    SchemaBody body() {
        return new SchemaBody(
                fields.stream().filter(it -> !it.isBlank()).map(FieldRow::body).toList(),
                selects.stream().filter(it -> !it.isBlank()).map(SelectRow::body).toList(),
                Lines.read(statuses));
    }

    /** The types that a field can have, by their names in requests. */
    public List<String> types() {
        return Arrays.stream(FieldType.values()).map(FieldType::label).toList();
    }

    /** Whether a row shows the refusal, so that it need not stand above them all. */
    public boolean isShownInRow(FormProblem problem) {
        return fields.stream().anyMatch(it -> it.isMeant(problem))
                || selects.stream().anyMatch(it -> it.isMeant(problem));
    }

    private SchemaForm withFields(List<FieldRow> others) {
        return new SchemaForm(others, selects, statuses);
    }

    private SchemaForm withSelects(List<SelectRow> others) {
        return new SchemaForm(fields, others, statuses);
    }
}
