package io.keyledger.command.hub;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import java.util.Optional;

/** What a policy may ask about hubs. Answers are as true as the transaction that asks. */
public interface HubProfiles {

    /** The profile that judges now. */
    Optional<HubProfile> current(HubId hub);

    /** The hub whose keys start with {@code prefix}. */
    Optional<HubId> ownerOfPrefix(String prefix);
}
