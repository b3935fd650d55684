package io.keyledger.command.hub;

import static io.keyledger.command.policy.Policies.uphold;

import io.keyledger.api.hub.HubProfile;
import java.util.Optional;

/** Whether a profile may take the place of another: asked by the registry, and by dry runs. */
public final class PublicationRules {

    private PublicationRules() {}

    /**
     * Returns when nothing speaks against it.
     *
     * @param current the profile that judges now; empty when the hub is new
     * @throws io.keyledger.api.rejection.CommandRejected for the first rule that is broken
     */
    public static void check(Optional<HubProfile> current, HubProfile next, HubProfiles hubs) {
        uphold(
                NamePolicy.free(next, hubs.others(next.hub())),
                PrefixChangePolicy.allowed(current, next, hubs));
    }
}
