package io.keyledger.server.reveal;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.SecretVisibility;

/** Whether a hub's secrets can be seen again. */
final class Recoverable {

    private Recoverable() {}

    static boolean is(HubProfile profile) {
        return profile.keys().secrets() == SecretVisibility.RECOVERABLE;
    }
}
