package io.keyledger.server.console.campaign;

import io.keyledger.api.campaign.CampaignSchema;
import io.keyledger.api.campaign.CampaignSchema.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A field that a condition can be on.
 *
 * @param values what it can be, in words
 */
record FieldChoice(String name, String label, String values) {

    private static final int MOST_TOLD = 30;

    /** The fields of a schema, and the status where rows have one. */
    static List<FieldChoice> of(CampaignSchema schema) {
        List<FieldChoice> choices = new ArrayList<>();
        schema.fields().forEach(it -> choices.add(of(it, schema)));
        if (!schema.statuses().isEmpty()) {
            choices.add(new FieldChoice(CampaignSchema.STATUS, "Status", oneOf(schema.statuses())));
        }
        return choices;
    }

    private static FieldChoice of(Field field, CampaignSchema schema) {
        String values =
                switch (field.type()) {
                    case SELECT -> oneOf(schema.optionsOf(field).orElse(List.of()));
                    case NUMBER -> "A number such as 42.";
                    case DATE -> "A date such as 2027-01-31.";
                    case DATE_TIME -> "An instant such as 2027-01-31T09:30:00Z.";
                    case CHECKBOX -> "true or false.";
                    case TEXT, LONG_TEXT, EMAIL, PHONE, URL -> "Any text, exactly as it is.";
                };
        return new FieldChoice(field.name(), field.label(), values);
    }

    private static String oneOf(List<String> options) {
        if (options.isEmpty()) {
            return "Its select has no options yet.";
        }
        int more = options.size() - MOST_TOLD;
        return "One of: "
                + options.stream().limit(MOST_TOLD).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more." : ".");
    }
}
