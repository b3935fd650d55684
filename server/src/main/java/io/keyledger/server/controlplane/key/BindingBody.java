package io.keyledger.server.controlplane.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyledger.api.campaign.CampaignId;
import io.keyledger.api.campaign.FilterBinding;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.server.controlplane.Required;
import org.jspecify.annotations.Nullable;

/**
 * What a key is bound to, in requests and answers.
 *
 * @param campaign its id
 * @param filter the name of the campaign's filter; left out for all rows of the campaign
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BindingBody(@Nullable String campaign, @Nullable String filter) {

    static @Nullable BindingBody of(@Nullable FilterBinding binding) {
        return binding == null
                ? null
                : new BindingBody(binding.campaign().value(), binding.filter());
    }

    FilterBinding binding() {
        String id = Required.field("filter.campaign", campaign);
        try {
            return new FilterBinding(new CampaignId(id), filter);
        } catch (IllegalArgumentException _) {
            throw CommandRejected.because(RejectionReason.BINDING_UNKNOWN, "filter", null);
        }
    }
}
