package io.keyledger.command.examples;

import io.keyledger.api.campaign.CampaignId;
import io.keyledger.api.campaign.FilterBinding;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.campaign.Campaigns;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The campaigns that a test knows of, and what is bound to them. */
public final class KnownCampaigns implements Campaigns {

    private final Map<FilterBinding, WorkspaceId> bindable = new HashMap<>();
    private final Map<String, CampaignId> externalIds = new HashMap<>();
    private final Set<FilterBinding> bound = new HashSet<>();

    public KnownCampaigns with(WorkspaceId workspace, FilterBinding binding) {
        bindable.put(binding, workspace);
        return this;
    }

    public KnownCampaigns with(String externalId, CampaignId campaign) {
        externalIds.put(externalId, campaign);
        return this;
    }

    /** A key that is not revoked is bound so from now on. */
    public void bind(FilterBinding binding) {
        bound.add(binding);
        bound.add(new FilterBinding(binding.campaign(), null));
    }

    @Override
    public Optional<CampaignId> withExternalId(WorkspaceId workspace, String externalId) {
        return Optional.ofNullable(externalIds.get(externalId));
    }

    @Override
    public boolean canBind(WorkspaceId workspace, FilterBinding binding) {
        return workspace.equals(bindable.get(binding));
    }

    @Override
    public boolean isBound(FilterBinding binding) {
        return bound.contains(binding);
    }
}
