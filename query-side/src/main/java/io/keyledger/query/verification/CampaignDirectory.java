package io.keyledger.query.verification;

import io.keyledger.api.campaign.CampaignId;
import io.keyledger.api.campaign.FilterBinding;
import io.keyledger.api.workspace.WorkspaceId;
import java.util.Optional;

/** What the enforcement tables say of campaigns, as true as the transaction that asks. */
public final class CampaignDirectory {

    private final CampaignTable table;

    CampaignDirectory(CampaignTable table) {
        this.table = table;
    }

    /** The campaign of a workspace that has this external id and is not archived. */
    public Optional<CampaignId> withExternalId(WorkspaceId workspace, String externalId) {
        return table.withExternalId(workspace, externalId);
    }

    /** Whether a workspace has this campaign, not archived, and the campaign this filter. */
    public boolean canBind(WorkspaceId workspace, FilterBinding binding) {
        return table.resolve(workspace.value(), binding).isPresent();
    }

    /**
     * Whether a key that is not revoked is bound so; without a filter's name: bound to the campaign
     * in any way.
     */
    public boolean isBound(FilterBinding binding) {
        return table.isBound(binding);
    }
}
