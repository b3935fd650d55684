package io.keyledger.api.campaign;

import io.keyledger.api.access.Condition;
import io.keyledger.api.workspace.WorkspaceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a campaign. */
public sealed interface CampaignCommand {

    /** The campaign that the command is for. */
    CampaignId campaign();

    /**
     * Creates a campaign. Creating the same campaign with the same values again changes nothing.
     *
     * @param collection the hub's collection whose rows it holds; null for the only one that the
     *     hub has
     * @param externalId the id as it stands in the hub's paths, unique in the workspace; null when
     *     the hub uses the campaign's own id
     */
    record CreateCampaign(
            CampaignId campaign,
            WorkspaceId workspace,
            @Nullable String collection,
            String name,
            @Nullable String externalId,
            CampaignSchema schema)
            implements CampaignCommand {}

    /** A change of what a campaign is, apart from its filters. */
    sealed interface CampaignChange extends CampaignCommand {}

    /**
     * Makes several changes, in their order: all of them, or none.
     *
     * @param changes of this campaign; at least one
     */
    record ChangeCampaign(CampaignId campaign, List<CampaignChange> changes)
            implements CampaignCommand {

        public ChangeCampaign {
            changes = List.copyOf(changes);
            if (changes.isEmpty()
                    || changes.stream().anyMatch(it -> !it.campaign().equals(campaign))) {
                throw new IllegalArgumentException("needs changes of one campaign");
            }
        }
    }

    record RenameCampaign(CampaignId campaign, String name) implements CampaignChange {}

    /** Replaces the schema. What an existing filter needs must stay in it. */
    record ChangeCampaignSchema(CampaignId campaign, CampaignSchema schema)
            implements CampaignChange {}

    /**
     * Defines a filter, or changes the conditions of the one with this name, and with them what
     * every key that is bound to it may touch.
     *
     * @param conditions all of which a row must meet; at least one
     */
    record DefineCampaignFilter(CampaignId campaign, String filter, List<Condition> conditions)
            implements CampaignCommand {

        public DefineCampaignFilter {
            conditions = List.copyOf(conditions);
        }
    }

    /** Removes a filter that no live key is bound to. */
    record RemoveCampaignFilter(CampaignId campaign, String filter) implements CampaignCommand {}

    /** Ends a campaign that no live key is bound to, for good; its external id is free again. */
    record ArchiveCampaign(CampaignId campaign) implements CampaignCommand {}
}
