package io.keyledger.command.campaign;

import static io.keyledger.api.rejection.RejectionReason.CONDITION_FIELD_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.CONDITION_VALUE_INVALID;

import io.keyledger.api.access.Condition;
import io.keyledger.api.campaign.CampaignSchema;
import io.keyledger.api.campaign.CampaignSchema.Field;
import io.keyledger.command.policy.Rejection;
import io.keyledger.command.policy.TextPolicy;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A condition is on a field of the schema, or on the status, and asks for what it can be. */
final class ConditionPolicy {

    private static final int LONGEST_VALUE = 200;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,9})?");

    private ConditionPolicy() {}

    static Optional<Rejection> answerable(Condition condition, CampaignSchema schema) {
        Optional<Predicate<String>> possible = possible(condition.field(), schema);
        if (possible.isEmpty()) {
            return Optional.of(
                    Rejection.of(CONDITION_FIELD_UNKNOWN, "conditions", condition.field()));
        }
        return condition.values().stream()
                .filter(possible.get().negate())
                .findFirst()
                .map(value -> Rejection.of(CONDITION_VALUE_INVALID, "conditions", value));
    }

    /** Which values a field can have; nothing when the schema has no such field. */
    private static Optional<Predicate<String>> possible(String field, CampaignSchema schema) {
        if (field.equals(CampaignSchema.STATUS) && !schema.statuses().isEmpty()) {
            return Optional.of(schema.statuses()::contains);
        }
        return schema.field(field).map(it -> possible(it, schema));
    }

    private static Predicate<String> possible(Field field, CampaignSchema schema) {
        return switch (field.type()) {
            case SELECT -> schema.optionsOf(field).orElse(List.of())::contains;
            case NUMBER -> value -> NUMBER.matcher(value).matches();
            case DATE -> value -> reads(value, LocalDate::parse);
            case DATE_TIME -> value -> reads(value, Instant::parse);
            case CHECKBOX -> List.of("true", "false")::contains;
            case TEXT, LONG_TEXT, EMAIL, PHONE, URL ->
                    value -> TextPolicy.isLine(value, LONGEST_VALUE);
        };
    }

    private static boolean reads(String value, Consumer<String> parser) {
        try {
            parser.accept(value);
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }
}
