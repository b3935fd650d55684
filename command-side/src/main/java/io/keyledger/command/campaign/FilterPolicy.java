package io.keyledger.command.campaign;

import static io.keyledger.api.rejection.RejectionReason.FILTERS_TOO_MANY;
import static io.keyledger.api.rejection.RejectionReason.FILTER_IN_USE;
import static io.keyledger.api.rejection.RejectionReason.FILTER_NAME_INVALID;
import static io.keyledger.api.rejection.RejectionReason.FILTER_TOO_LARGE;
import static io.keyledger.api.rejection.RejectionReason.SCHEMA_BREAKS_FILTER;

import io.keyledger.api.access.Condition;
import io.keyledger.api.campaign.CampaignSchema;
import io.keyledger.api.campaign.FilterBinding;
import io.keyledger.command.policy.Rejection;
import io.keyledger.command.policy.TextPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A filter says what the schema can answer, is small enough to travel, and outlives no key. */
final class FilterPolicy {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_FILTERS = 1_000;
    private static final int MOST_CONDITIONS = 20;
    private static final int LONGEST_JSON = 2_000;

    /** {@code {"field":"","operator":"not-equals","values":[]},} */
    private static final int CONDITION_FRAME = 50;

    private FilterPolicy() {}

    static Optional<Rejection> name(String name) {
        return Rejection.when(
                !TextPolicy.isSegment(name, LONGEST_NAME), FILTER_NAME_INVALID, "filter", name);
    }

    static Optional<Rejection> room(Map<String, List<Condition>> filters, String name) {
        boolean full = filters.size() >= MOST_FILTERS && !filters.containsKey(name);
        return Rejection.when(full, FILTERS_TOO_MANY);
    }

    static Optional<Rejection> size(List<Condition> conditions) {
        boolean refused =
                conditions.isEmpty()
                        || conditions.size() > MOST_CONDITIONS
                        || conditions.stream().mapToInt(FilterPolicy::jsonLength).sum()
                                > LONGEST_JSON;
        return Rejection.when(refused, FILTER_TOO_LARGE, "conditions", null);
    }

    static Optional<Rejection> answerable(List<Condition> conditions, CampaignSchema schema) {
        return conditions.stream()
                .flatMap(condition -> ConditionPolicy.answerable(condition, schema).stream())
                .findFirst();
    }

    /** Every filter must mean under the new schema what it was meant to. */
    static Optional<Rejection> kept(Map<String, List<Condition>> filters, CampaignSchema schema) {
        return filters.entrySet().stream()
                .filter(filter -> answerable(filter.getValue(), schema).isPresent())
                .findFirst()
                .map(filter -> Rejection.of(SCHEMA_BREAKS_FILTER, "schema", filter.getKey()));
    }

    static Optional<Rejection> unused(FilterBinding binding, Campaigns campaigns) {
        return Rejection.when(
                campaigns.isBound(binding), FILTER_IN_USE, "filter", binding.filter());
    }

    private static int jsonLength(Condition condition) {
        return CONDITION_FRAME
                + condition.field().length()
                + condition.values().stream().mapToInt(it -> asciiLength(it) + 3).sum();
    }

    private static int asciiLength(String text) {
        return text.chars().map(c -> c > 0x7E ? 6 : c == '"' || c == '\\' ? 2 : 1).sum();
    }
}
