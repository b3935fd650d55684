package io.keyledger.server.controlplane.documentation;

import io.keyledger.api.campaign.CampaignSchema;
import io.keyledger.api.campaign.CampaignSchema.Field;
import io.keyledger.api.campaign.FieldType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A field of a row.
 *
 * @param label what people call it
 * @param options what it is one of, as far as the key may see; empty when it is anything
 * @param example a value that the key may write, as JSON has it
 */
record FieldDoc(
        String name,
        String label,
        FieldType type,
        boolean required,
        List<String> options,
        Object example) {

    /** More than a filter has conditions. */
    private static final int CANDIDATES = 22;

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    static FieldDoc of(Field field, CampaignSchema schema, AdmittedValues admitted) {
        List<String> options =
                admitted.among(field.name(), schema.optionsOf(field).orElse(List.of()));
        Stream<String> usual =
                field.type() == FieldType.SELECT
                        ? options.stream()
                        : IntStream.range(0, CANDIDATES).mapToObj(n -> usual(field.type(), n));
        return new FieldDoc(
                field.name(),
                field.label(),
                field.type(),
                field.required(),
                options,
                admitted.example(field.name(), usual)
                        .map(value -> json(field.type(), value))
                        .orElse(""));
    }

    /** The status of a row, as the field that every row has. */
    static FieldDoc status(List<String> statuses, AdmittedValues admitted) {
        List<String> options = admitted.among(CampaignSchema.STATUS, statuses);
        return new FieldDoc(
                CampaignSchema.STATUS,
                "Status",
                FieldType.SELECT,
                false,
                options,
                options.isEmpty() ? "" : options.getFirst());
    }

    boolean isSelect() {
        return type == FieldType.SELECT;
    }

    public String typeInWords() {
        return switch (type) {
            case TEXT -> "text";
            case LONG_TEXT -> "long text";
            case EMAIL -> "e-mail address";
            case PHONE -> "phone number";
            case URL -> "web address";
            case NUMBER -> "number";
            case DATE -> "date";
            case DATE_TIME -> "date and time";
            case CHECKBOX -> "true or false";
            case SELECT -> "one of the options";
        };
    }

    /** The first, or another when a filter does not admit it. */
    private static String usual(FieldType type, int n) {
        String another = n == 0 ? "" : Integer.toString(n + 1);
        return switch (type) {
            case TEXT, SELECT -> "Example" + another;
            case LONG_TEXT -> "A longer example" + another;
            case EMAIL -> "ada" + another + "@example.com";
            case PHONE -> "+45123456" + (78 + n);
            case URL -> "https://example.com/" + another;
            case NUMBER -> Integer.toString(42 + n);
            case DATE -> DAY.plusDays(n).toString();
            case DATE_TIME -> DAY.plusDays(n) + "T12:00:00Z";
            case CHECKBOX -> Boolean.toString(n % 2 == 0);
        };
    }

    private static Object json(FieldType type, String value) {
        return switch (type) {
            case NUMBER -> new BigDecimal(value);
            case CHECKBOX -> Boolean.valueOf(value);
            default -> value;
        };
    }
}
