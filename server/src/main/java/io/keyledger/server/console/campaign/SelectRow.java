package io.keyledger.server.console.campaign;

import io.keyledger.api.campaign.CampaignSchema.Select;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.controlplane.campaign.SchemaBody.SelectBody;
import io.keyledger.server.page.Form;

/**
 * A select of a schema as it is typed.
 *
 * @param options one a line
 */
record SelectRow(String name, String options) {

    static final SelectRow BLANK = new SelectRow("", "");

    static SelectRow of(Select select) {
        return new SelectRow(select.name(), Lines.write(select.options()));
    }

    static SelectRow read(Form form, String start) {
        return new SelectRow(form.value(start + "name").strip(), form.value(start + "options"));
    }

    /** Whether nothing was typed into it. */
    public boolean isBlank() {
        return name.isEmpty() && options.isBlank();
    }

    SelectBody body() {
        return new SelectBody(name, Lines.read(options));
    }

    /** Whether a refusal of the schema's selects means this one. */
    public boolean isMeant(FormProblem problem) {
        String value = problem.value();
        return problem.isAt("schema.selects")
                && value != null
                && (value.equals(name) || Lines.read(options).contains(value));
    }
}
