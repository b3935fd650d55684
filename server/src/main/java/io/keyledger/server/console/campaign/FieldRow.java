package io.keyledger.server.console.campaign;

import io.keyledger.api.campaign.CampaignSchema.Field;
import io.keyledger.api.campaign.FieldType;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.controlplane.campaign.SchemaBody.FieldBody;
import io.keyledger.server.page.Form;
import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field of a schema as it is typed.
 *
 * @param type by its name in requests
 * @param select empty for a field that is no select
 */
record FieldRow(String name, String label, String type, boolean required, String select) {

    static final FieldRow BLANK = new FieldRow("", "", FieldType.TEXT.label(), false, "");

    static FieldRow of(Field field) {
        return new FieldRow(
                field.name(),
                field.label(),
                field.type().label(),
                field.required(),
                Objects.requireNonNullElse(field.select(), ""));
    }

    static FieldRow read(Form form, String start) {
        return new FieldRow(
                form.value(start + "name").strip(),
                form.value(start + "label").strip(),
                form.value(start + "type"),
                !form.value(start + "required").isEmpty(),
                form.value(start + "select").strip());
    }

    /** Whether nothing was typed into it. */
    public boolean isBlank() {
        return name.isEmpty() && label.isEmpty() && select.isEmpty();
    }

    FieldBody body() {
        return new FieldBody(name, orNull(label), readType(), required, orNull(select));
    }

    /** Whether a refusal of the schema's fields means this one. */
    public boolean isMeant(FormProblem problem) {
        String value = problem.value();
        return problem.isAt("schema.fields")
                && value != null
                && (value.equals(name) || value.equals(label));
    }

    private FieldType readType() {
        return Arrays.stream(FieldType.values())
                .filter(it -> it.label().equals(type))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.of(
                                ProblemCode.INVALID_FIELD,
                                "schema.fields.type",
                                "Choose one of the types."));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
