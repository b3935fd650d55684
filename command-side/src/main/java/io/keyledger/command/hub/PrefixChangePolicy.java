package io.keyledger.command.hub;

import static io.keyledger.api.rejection.RejectionReason.HUB_PREFIX_IN_USE;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.command.policy.Rejection;
import java.util.Optional;

/**
 * Secret scanners, gateways and people know a hub's keys by their prefix: it stays as long as
 * anybody holds one.
 */
final class PrefixChangePolicy {

    private PrefixChangePolicy() {}

    static Optional<Rejection> allowed(
            Optional<HubProfile> current, HubProfile next, HubProfiles hubs) {
        String prefix = next.keys().prefix();
        boolean changes = current.isPresent() && !current.get().keys().prefix().equals(prefix);
        return Rejection.when(
                changes && hubs.hasLiveKeys(next.hub()), HUB_PREFIX_IN_USE, "keys.prefix", prefix);
    }
}
