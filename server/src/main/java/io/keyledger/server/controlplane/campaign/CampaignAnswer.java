package io.keyledger.server.controlplane.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyledger.api.campaign.CampaignSchema;
import io.keyledger.query.inventory.CampaignView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A campaign.
 *
 * @param collection the hub's collection whose rows it holds
 * @param externalId the id as it stands in the hub's paths
 * @param status either active or archived
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CampaignAnswer(
        String id,
        String workspace,
        String hub,
        String collection,
        String externalId,
        String name,
        String status,
        CampaignSchema schema,
        Instant createdAt,
        @Nullable Instant archivedAt) {

    static CampaignAnswer of(CampaignView view) {
        return new CampaignAnswer(
                view.id(),
                view.workspace(),
                view.hub(),
                view.collection(),
                view.externalId(),
                view.name(),
                view.archivedAt() == null ? "active" : "archived",
                view.schema(),
                view.createdAt(),
                view.archivedAt());
    }
}
