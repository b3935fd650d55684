package io.keyledger.query.replay;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.api.access.Condition;
import io.keyledger.api.campaign.CampaignEvent;
import io.keyledger.api.campaign.CampaignEvent.CampaignArchived;
import io.keyledger.api.campaign.CampaignEvent.CampaignCreated;
import io.keyledger.api.campaign.CampaignEvent.CampaignFilterChanged;
import io.keyledger.api.campaign.CampaignEvent.CampaignFilterDefined;
import io.keyledger.api.campaign.CampaignEvent.CampaignFilterRemoved;
import io.keyledger.api.campaign.CampaignEvent.CampaignRenamed;
import io.keyledger.api.campaign.CampaignEvent.CampaignSchemaChanged;
import io.keyledger.api.campaign.FilterBinding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A campaign and its filters, as far as it was told. */
final class PastCampaign {

    private @Nullable CampaignCreated created;
    private final Map<String, List<Condition>> filters = new HashMap<>();

    void on(CampaignEvent event) {
        switch (event) {
            case CampaignCreated it -> created = it;
            case CampaignFilterDefined it -> filters.put(it.filter(), it.conditions());
            case CampaignFilterChanged it -> filters.put(it.filter(), it.conditions());
            case CampaignFilterRemoved it -> filters.remove(it.filter());
            case CampaignRenamed _, CampaignSchemaChanged _, CampaignArchived _ -> {}
        }
    }

    /** What a key that is bound so may touch. */
    AccessFilter resolve(FilterBinding binding) {
        CampaignCreated campaign = Objects.requireNonNull(created, "no campaign to be bound to");
        return new AccessFilter(
                campaign.collection(),
                campaign.container(),
                campaign.externalId(),
                binding.filter() == null
                        ? List.of()
                        : Objects.requireNonNull(filters.get(binding.filter()), "no filter"));
    }
}
