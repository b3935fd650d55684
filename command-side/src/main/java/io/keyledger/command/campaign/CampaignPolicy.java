package io.keyledger.command.campaign;

import static io.keyledger.api.rejection.RejectionReason.CAMPAIGN_ARCHIVED;
import static io.keyledger.api.rejection.RejectionReason.CAMPAIGN_EXTERNAL_ID_INVALID;
import static io.keyledger.api.rejection.RejectionReason.CAMPAIGN_EXTERNAL_ID_TAKEN;
import static io.keyledger.api.rejection.RejectionReason.CAMPAIGN_ID_TAKEN;
import static io.keyledger.api.rejection.RejectionReason.CAMPAIGN_IN_USE;

import io.keyledger.api.campaign.CampaignEvent.CampaignCreated;
import io.keyledger.api.campaign.CampaignId;
import io.keyledger.api.campaign.FilterBinding;
import io.keyledger.command.policy.Rejection;
import io.keyledger.command.policy.TextPolicy;
import java.util.Optional;

/** Which campaigns there may be, and when one may end. */
final class CampaignPolicy {

    private static final int LONGEST_EXTERNAL_ID = 100;

    private CampaignPolicy() {}

    /** Asking for the same again is a retry, whatever has become of the campaign since. */
    static Optional<Rejection> same(CampaignCreated wanted, CampaignCreated created) {
        return Rejection.when(!wanted.equals(created), CAMPAIGN_ID_TAKEN, "id", wanted.campaign());
    }

    static Optional<Rejection> externalId(String id) {
        return Rejection.when(
                !TextPolicy.isSegment(id, LONGEST_EXTERNAL_ID),
                CAMPAIGN_EXTERNAL_ID_INVALID,
                "externalId",
                id);
    }

    static Optional<Rejection> externalIdFree(CampaignCreated wanted, Campaigns campaigns) {
        Optional<CampaignId> owner =
                campaigns.withExternalId(wanted.workspace(), wanted.externalId());
        return Rejection.when(
                owner.isPresent(), CAMPAIGN_EXTERNAL_ID_TAKEN, "externalId", wanted.externalId());
    }

    static Optional<Rejection> notArchived(boolean archived) {
        return Rejection.when(archived, CAMPAIGN_ARCHIVED);
    }

    static Optional<Rejection> unused(CampaignId campaign, Campaigns campaigns) {
        return Rejection.when(
                campaigns.isBound(new FilterBinding(campaign, null)), CAMPAIGN_IN_USE);
    }
}
