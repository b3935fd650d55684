package io.keyledger.api.campaign;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a campaign look like.
 *
 * @param selects the lists of options that fields take their values from
 * @param statuses that a row can be in; empty when rows have no status
 */
public record CampaignSchema(List<Field> fields, List<Select> selects, List<String> statuses) {

    /** The field that every row has when there are statuses. */
    public static final String STATUS = "status";

    public static final CampaignSchema EMPTY = new CampaignSchema(List.of(), List.of(), List.of());

    public CampaignSchema {
        fields = List.copyOf(fields);
        selects = List.copyOf(selects);
        statuses = List.copyOf(statuses);
    }

    /**
     * A field of every row.
     *
     * @param name by which requests and filters name it
     * @param label what people call it
     * @param required whether a row cannot be created without it
     * @param select the list of options that its value is one of; null unless the type is {@link
     *     FieldType#SELECT}
     */
    public record Field(
            String name, String label, FieldType type, boolean required, @Nullable String select) {}

    /** A named list of options. */
    public record Select(String name, List<String> options) {

        public Select {
            options = List.copyOf(options);
        }
    }

    /** Finds a field by its exact name. */
    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** The options of the list that a field takes its value from; empty when it takes any. */
    public Optional<List<String>> optionsOf(Field field) {
        return selects.stream()
                .filter(select -> select.name().equals(field.select()))
                .map(Select::options)
                .findFirst();
    }
}
