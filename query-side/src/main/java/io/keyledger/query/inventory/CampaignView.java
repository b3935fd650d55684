package io.keyledger.query.inventory;

import io.keyledger.api.campaign.CampaignSchema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as admins see it.
 *
 * @param collection the hub's collection whose rows it holds
 * @param container what the hub calls a campaign
 * @param externalId the id as it stands in the hub's paths
 * @param createdPosition the ledger position that orders lists of campaigns
 * @param archivedAt null while it is not archived
 * @param version counts the changes of the campaign and its filters from 0; the base of its entity
 *     tag
 */
public record CampaignView(
        String id,
        String workspace,
        String hub,
        String collection,
        String container,
        String externalId,
        String name,
        CampaignSchema schema,
        Instant createdAt,
        long createdPosition,
        @Nullable Instant archivedAt,
        long version) {}
