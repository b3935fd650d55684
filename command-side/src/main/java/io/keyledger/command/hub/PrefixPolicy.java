package io.keyledger.command.hub;

import static io.keyledger.api.rejection.RejectionReason.HUB_PREFIX_TAKEN;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.command.policy.Rejection;
import java.util.Optional;

/** A key's prefix tells whose key it is, so no two hubs may share one. */
final class PrefixPolicy {

    private PrefixPolicy() {}

    static Optional<Rejection> free(HubProfile profile, Optional<HubId> owner) {
        boolean taken = owner.isPresent() && !owner.get().equals(profile.hub());
        return Rejection.when(taken, HUB_PREFIX_TAKEN, "keys.prefix", profile.keys().prefix());
    }
}
