package io.keyledger.command.campaign;

import static io.keyledger.api.rejection.RejectionReason.FILTER_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.HUB_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.WORKSPACE_UNKNOWN;
import static io.keyledger.command.policy.Policies.existing;
import static io.keyledger.command.policy.Policies.uphold;
import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keyledger.api.access.Condition;
import io.keyledger.api.campaign.CampaignCommand.ArchiveCampaign;
import io.keyledger.api.campaign.CampaignCommand.CampaignChange;
import io.keyledger.api.campaign.CampaignCommand.ChangeCampaign;
import io.keyledger.api.campaign.CampaignCommand.ChangeCampaignSchema;
import io.keyledger.api.campaign.CampaignCommand.CreateCampaign;
import io.keyledger.api.campaign.CampaignCommand.DefineCampaignFilter;
import io.keyledger.api.campaign.CampaignCommand.RemoveCampaignFilter;
import io.keyledger.api.campaign.CampaignCommand.RenameCampaign;
import io.keyledger.api.campaign.CampaignEvent.CampaignArchived;
import io.keyledger.api.campaign.CampaignEvent.CampaignCreated;
import io.keyledger.api.campaign.CampaignEvent.CampaignFilterChanged;
import io.keyledger.api.campaign.CampaignEvent.CampaignFilterDefined;
import io.keyledger.api.campaign.CampaignEvent.CampaignFilterRemoved;
import io.keyledger.api.campaign.CampaignEvent.CampaignRenamed;
import io.keyledger.api.campaign.CampaignEvent.CampaignSchemaChanged;
import io.keyledger.api.campaign.CampaignId;
import io.keyledger.api.campaign.CampaignSchema;
import io.keyledger.api.campaign.FilterBinding;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.RowCollection;
import io.keyledger.command.hub.HubProfiles;
import io.keyledger.command.policy.TextPolicy;
import io.keyledger.command.workspace.Workspaces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A container of rows that keys can be bound to, with the schema of its rows and its filters.
 *
 * <p>A filter always fits the schema: neither can be changed so that it would not. And a filter
 * outlives every key that is bound to it, so that no key is ever left without its limits.
 */
public final class Campaign {

    @AggregateIdentifier private CampaignId campaign;
    private @Nullable CampaignCreated creation;
    private String name;
    private CampaignSchema schema;
    private final Map<String, List<Condition>> filters = new LinkedHashMap<>();
    private boolean archived;

    /** For Axon: the first event fills in the fields. */
    @SuppressWarnings("NullAway.Init")
    Campaign() {}

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(
            CreateCampaign command, HubProfiles hubs, Workspaces workspaces, Campaigns campaigns) {
        HubId hub =
                existing(
                        workspaces.hubOf(command.workspace()),
                        WORKSPACE_UNKNOWN,
                        "workspace",
                        command.workspace());
        HubProfile profile = existing(hubs.current(hub), HUB_UNKNOWN, "hub", hub);
        uphold(CollectionPolicy.offered(command.collection(), profile));
        CampaignCreated wanted = creationOf(command, profile);
        if (creation != null) {
            uphold(CampaignPolicy.same(wanted, creation));
        } else {
            uphold(
                    TextPolicy.name(wanted.name()),
                    CampaignPolicy.externalId(wanted.externalId()),
                    SchemaPolicy.acceptable(wanted.schema()));
            uphold(CampaignPolicy.externalIdFree(wanted, campaigns));
            apply(wanted);
        }
    }

    /** A later change is judged as if the earlier ones had been made; a refusal undoes them all. */
    @CommandHandler
    void handle(ChangeCampaign command) {
        for (CampaignChange change : command.changes()) {
            switch (change) {
                case RenameCampaign rename -> handle(rename);
                case ChangeCampaignSchema schema -> handle(schema);
            }
        }
    }

    @CommandHandler
    void handle(RenameCampaign command) {
        uphold(CampaignPolicy.notArchived(archived), TextPolicy.name(command.name()));
        if (!name.equals(command.name())) {
            apply(new CampaignRenamed(campaign, name, command.name()));
        }
    }

    @CommandHandler
    void handle(ChangeCampaignSchema command) {
        uphold(
                CampaignPolicy.notArchived(archived),
                SchemaPolicy.acceptable(command.schema()),
                FilterPolicy.kept(filters, command.schema()));
        if (!schema.equals(command.schema())) {
            apply(new CampaignSchemaChanged(campaign, schema, command.schema()));
        }
    }

    @CommandHandler
    void handle(DefineCampaignFilter command) {
        uphold(
                CampaignPolicy.notArchived(archived),
                FilterPolicy.name(command.filter()),
                FilterPolicy.room(filters, command.filter()),
                FilterPolicy.size(command.conditions()),
                FilterPolicy.answerable(command.conditions(), schema));
        List<Condition> previous = filters.get(command.filter());
        if (previous == null) {
            apply(new CampaignFilterDefined(campaign, command.filter(), command.conditions()));
        } else if (!previous.equals(command.conditions())) {
            apply(
                    new CampaignFilterChanged(
                            campaign, command.filter(), previous, command.conditions()));
        }
    }

    @CommandHandler
    void handle(RemoveCampaignFilter command, Campaigns campaigns) {
        uphold(CampaignPolicy.notArchived(archived));
        List<Condition> conditions =
                existing(
                        Optional.ofNullable(filters.get(command.filter())),
                        FILTER_UNKNOWN,
                        "filter",
                        command.filter());
        uphold(FilterPolicy.unused(new FilterBinding(campaign, command.filter()), campaigns));
        apply(new CampaignFilterRemoved(campaign, command.filter(), conditions));
    }

    @CommandHandler
    void handle(ArchiveCampaign command, Campaigns campaigns) {
        if (!archived) {
            uphold(CampaignPolicy.unused(command.campaign(), campaigns));
            apply(new CampaignArchived(campaign));
        }
    }

    @EventSourcingHandler
    void on(CampaignCreated event) {
        creation = event;
        campaign = event.campaign();
        name = event.name();
        schema = event.schema();
    }

    @EventSourcingHandler
    void on(CampaignRenamed event) {
        name = event.name();
    }

    @EventSourcingHandler
    void on(CampaignSchemaChanged event) {
        schema = event.schema();
    }

    @EventSourcingHandler
    void on(CampaignFilterDefined event) {
        filters.put(event.filter(), event.conditions());
    }

    @EventSourcingHandler
    void on(CampaignFilterChanged event) {
        filters.put(event.filter(), event.conditions());
    }

    @EventSourcingHandler
    void on(CampaignFilterRemoved event) {
        filters.remove(event.filter());
    }

    @EventSourcingHandler
    void on(CampaignArchived event) {
        archived = true;
    }

    private static CampaignCreated creationOf(CreateCampaign command, HubProfile profile) {
        RowCollection collection =
                CollectionPolicy.find(command.collection(), profile).orElseThrow();
        return new CampaignCreated(
                command.campaign(),
                command.workspace(),
                profile.hub(),
                collection.name(),
                collection.container(),
                Objects.requireNonNullElse(command.externalId(), command.campaign().value()),
                command.name(),
                command.schema());
    }
}
