package io.keyledger.command.campaign;

import io.keyledger.api.campaign.CampaignId;
import io.keyledger.api.campaign.FilterBinding;
import io.keyledger.api.workspace.WorkspaceId;
import java.util.Optional;

/**
 * What a policy may ask about campaigns. Answers are as true as the transaction that asks; what
 * slips in between is refused where enforcement is written.
 */
public interface Campaigns {

    /** The campaign of a workspace that has this external id and is not archived. */
    Optional<CampaignId> withExternalId(WorkspaceId workspace, String externalId);

    /** Whether a workspace has this campaign, not archived, and the campaign this filter. */
    boolean canBind(WorkspaceId workspace, FilterBinding binding);

    /**
     * Whether a key that is not revoked is bound so; without a filter's name: bound to the campaign
     * in any way.
     */
    boolean isBound(FilterBinding binding);
}
