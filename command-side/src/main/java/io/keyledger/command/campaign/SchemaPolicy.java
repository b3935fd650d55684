package io.keyledger.command.campaign;

import static io.keyledger.api.rejection.RejectionReason.FIELD_NAME_INVALID;
import static io.keyledger.api.rejection.RejectionReason.LABEL_INVALID;
import static io.keyledger.api.rejection.RejectionReason.SCHEMA_REPEATS;
import static io.keyledger.api.rejection.RejectionReason.SCHEMA_TOO_LARGE;
import static io.keyledger.api.rejection.RejectionReason.SELECT_UNKNOWN;

import io.keyledger.api.campaign.CampaignSchema;
import io.keyledger.api.campaign.CampaignSchema.Field;
import io.keyledger.api.campaign.CampaignSchema.Select;
import io.keyledger.api.campaign.FieldType;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.command.policy.Rejection;
import io.keyledger.command.policy.TextPolicy;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A schema can be understood, and written into documentation: names, lists and types fit. */
final class SchemaPolicy {

    private static final int MOST_FIELDS = 200;
    private static final int MOST_SELECTS = 100;
    private static final int MOST_OPTIONS = 1_000;
    private static final int MOST_STATUSES = 200;
    private static final int LONGEST_LABEL = 200;

    private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");
    private static final Set<String> OF_EVERY_ROW = Set.of("id", CampaignSchema.STATUS);

    private SchemaPolicy() {}

    static Optional<Rejection> acceptable(CampaignSchema schema) {
        return Stream.of(
                        size(schema),
                        fieldNames(schema.fields()),
                        labels(schema),
                        repeats(schema),
                        selects(schema))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Rejection> size(CampaignSchema schema) {
        boolean tooLarge =
                schema.fields().size() > MOST_FIELDS
                        || schema.selects().size() > MOST_SELECTS
                        || schema.statuses().size() > MOST_STATUSES
                        || schema.selects().stream()
                                .anyMatch(select -> select.options().size() > MOST_OPTIONS);
        return Rejection.when(tooLarge, SCHEMA_TOO_LARGE, "schema", null);
    }

    private static Optional<Rejection> fieldNames(List<Field> fields) {
        return first(
                fields.stream().map(Field::name),
                name -> !FIELD_NAME.matcher(name).matches() || OF_EVERY_ROW.contains(name),
                FIELD_NAME_INVALID,
                "schema.fields");
    }

    private static Optional<Rejection> labels(CampaignSchema schema) {
        return label(schema.fields().stream().map(Field::label), "schema.fields")
                .or(() -> label(schema.selects().stream().map(Select::name), "schema.selects"))
                .or(() -> label(options(schema), "schema.selects"))
                .or(() -> label(schema.statuses().stream(), "schema.statuses"));
    }

    private static Optional<Rejection> repeats(CampaignSchema schema) {
        return repeated(schema.fields().stream().map(Field::name), "schema.fields")
                .or(() -> repeated(schema.selects().stream().map(Select::name), "schema.selects"))
                .or(() -> repeated(schema.statuses().stream(), "schema.statuses"))
                .or(() ->
                        schema.selects().stream()
                                .flatMap(it -> repeatedOption(it).stream())
                                .findFirst());
    }

    private static Optional<Rejection> selects(CampaignSchema schema) {
        return schema.fields().stream()
                .filter(field -> !fits(field, schema))
                .findFirst()
                .map(field -> Rejection.of(SELECT_UNKNOWN, "schema.fields", field.name()));
    }

    private static boolean fits(Field field, CampaignSchema schema) {
        return field.type() == FieldType.SELECT
                ? schema.optionsOf(field).isPresent()
                : field.select() == null;
    }

    private static Stream<String> options(CampaignSchema schema) {
        return schema.selects().stream().flatMap(select -> select.options().stream());
    }

    private static Optional<Rejection> repeatedOption(Select select) {
        return repeated(select.options().stream(), "schema.selects");
    }

    private static Optional<Rejection> label(Stream<String> labels, String where) {
        return first(labels, it -> !TextPolicy.isLine(it, LONGEST_LABEL), LABEL_INVALID, where);
    }

    private static Optional<Rejection> repeated(Stream<String> names, String where) {
        Set<String> seen = new HashSet<>();
        return first(names, name -> !seen.add(name), SCHEMA_REPEATS, where);
    }

    private static Optional<Rejection> first(
            Stream<String> values,
            Predicate<String> offends,
            RejectionReason reason,
            String where) {
        return values.filter(offends).findFirst().map(value -> Rejection.of(reason, where, value));
    }
}
