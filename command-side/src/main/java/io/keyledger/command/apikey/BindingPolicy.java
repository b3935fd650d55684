package io.keyledger.command.apikey;

import static io.keyledger.api.rejection.RejectionReason.BINDING_UNKNOWN;

import io.keyledger.api.apikey.ApiKeyCommand.IssueApiKey;
import io.keyledger.api.campaign.FilterBinding;
import io.keyledger.command.campaign.Campaigns;
import io.keyledger.command.policy.Rejection;
import java.util.Optional;

/** A key can be bound to what its own workspace has; another's looks like none. */
final class BindingPolicy {

    private BindingPolicy() {}

    static Optional<Rejection> bindable(IssueApiKey command, Campaigns campaigns) {
        FilterBinding binding = command.filter();
        if (binding == null || campaigns.canBind(command.workspace(), binding)) {
            return Optional.empty();
        }
        String filter = binding.filter();
        Object unknown = filter == null ? binding.campaign() : filter;
        return Optional.of(Rejection.of(BINDING_UNKNOWN, "filter", unknown));
    }
}
