package io.keyledger.query.audittrail;

import io.keyledger.api.access.Condition;
import io.keyledger.api.campaign.CampaignEvent;
import io.keyledger.api.campaign.CampaignEvent.CampaignArchived;
import io.keyledger.api.campaign.CampaignEvent.CampaignCreated;
import io.keyledger.api.campaign.CampaignEvent.CampaignFilterChanged;
import io.keyledger.api.campaign.CampaignEvent.CampaignFilterDefined;
import io.keyledger.api.campaign.CampaignEvent.CampaignFilterRemoved;
import io.keyledger.api.campaign.CampaignEvent.CampaignRenamed;
import io.keyledger.api.campaign.CampaignEvent.CampaignSchemaChanged;
import io.keyledger.api.campaign.CampaignSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an event changed of a campaign. Schemas and conditions are told in words. */
final class CampaignChanges {

    private CampaignChanges() {}

    static List<Change> of(CampaignEvent event) {
        return switch (event) {
            case CampaignCreated e -> created(e);
            case CampaignRenamed e -> List.of(new Change("name", e.previousName(), e.name()));
            case CampaignSchemaChanged e -> schema(e.previousSchema(), e.schema());
            case CampaignFilterDefined e ->
                    List.of(
                            new Change("filter", null, e.filter()),
                            new Change("conditions", null, words(e.conditions())));
            case CampaignFilterChanged e ->
                    List.of(
                            new Change("filter", e.filter(), e.filter()),
                            new Change(
                                    "conditions",
                                    words(e.previousConditions()),
                                    words(e.conditions())));
            case CampaignFilterRemoved e ->
                    List.of(
                            new Change("filter", e.filter(), null),
                            new Change("conditions", words(e.previousConditions()), null));
            case CampaignArchived _ -> List.of(new Change("archived", false, true));
        };
    }

    private static List<Change> created(CampaignCreated event) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change("name", null, event.name()));
        changes.add(new Change("container", null, event.container()));
        changes.add(new Change("externalId", null, event.externalId()));
        changes.add(new Change("collection", null, event.collection()));
        changes.addAll(schema(CampaignSchema.EMPTY, event.schema()));
        return changes;
    }

    private static List<Change> schema(CampaignSchema before, CampaignSchema after) {
        return List.of(
                change("fields", before, after, CampaignChanges::fields),
                change("selects", before, after, CampaignChanges::selects),
                change("statuses", before, after, CampaignSchema::statuses));
    }

    private static Change change(
            String name,
            CampaignSchema before,
            CampaignSchema after,
            Function<CampaignSchema, List<String>> part) {
        return new Change(name, part.apply(before), part.apply(after));
    }

    private static List<String> fields(CampaignSchema schema) {
        return schema.fields().stream()
                .map(field ->
                        field.name()
                                + " ("
                                + (field.required() ? "required " : "")
                                + field.type().label()
                                + (field.select() == null ? "" : " of " + field.select())
                                + ")")
                .toList();
    }

    private static List<String> selects(CampaignSchema schema) {
        return schema.selects().stream()
                .map(select -> select.name() + ": " + String.join(", ", select.options()))
                .toList();
    }

    private static List<String> words(List<Condition> conditions) {
        return conditions.stream()
                .map(condition ->
                        condition.field()
                                + switch (condition.operator()) {
                                    case EQUALS -> " equals ";
                                    case NOT_EQUALS -> " does not equal ";
                                    case IN -> " is one of ";
                                }
                                + condition.values().stream()
                                        .map(value -> "“" + value + "”")
                                        .collect(Collectors.joining(", ")))
                .toList();
    }
}
