package io.keyledger.command.hub;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import java.util.List;
import java.util.Optional;

/** What a policy may ask about hubs. Answers are as true as the transaction that asks. */
public interface HubProfiles {

    /** The profile that judges now. */
    Optional<HubProfile> current(HubId hub);

    /**
     * The profiles of all other hubs. They stay as they are until the transaction that asks has
     * ended: two hubs cannot take the same name at the same time.
     */
    List<HubProfile> others(HubId hub);

    /** Whether anybody holds a key of this hub that is not revoked. */
    boolean hasLiveKeys(HubId hub);
}
