package io.keyledger.api.campaign;

import io.keyledger.api.access.Condition;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.workspace.WorkspaceId;
import java.util.List;

/** What has happened to a campaign. A change carries the value before and after. */
public sealed interface CampaignEvent {

    CampaignId campaign();

    /**
     * A campaign came into being.
     *
     * @param collection the hub's collection whose rows it holds: {@code leads}
     * @param container what the hub calls a campaign: {@code campaign}
     * @param externalId the id as it stands in the hub's paths
     */
    record CampaignCreated(
            CampaignId campaign,
            WorkspaceId workspace,
            HubId hub,
            String collection,
            String container,
            String externalId,
            String name,
            CampaignSchema schema)
            implements CampaignEvent {}

    record CampaignRenamed(CampaignId campaign, String previousName, String name)
            implements CampaignEvent {}

    record CampaignSchemaChanged(
            CampaignId campaign, CampaignSchema previousSchema, CampaignSchema schema)
            implements CampaignEvent {}

    record CampaignFilterDefined(CampaignId campaign, String filter, List<Condition> conditions)
            implements CampaignEvent {}

    /** Every key that is bound to the filter may touch other rows from now on. */
    record CampaignFilterChanged(
            CampaignId campaign,
            String filter,
            List<Condition> previousConditions,
            List<Condition> conditions)
            implements CampaignEvent {}

    record CampaignFilterRemoved(
            CampaignId campaign, String filter, List<Condition> previousConditions)
            implements CampaignEvent {}

    record CampaignArchived(CampaignId campaign) implements CampaignEvent {}
}
