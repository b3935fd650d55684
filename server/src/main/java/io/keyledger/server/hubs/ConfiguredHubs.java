package io.keyledger.server.hubs;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import java.util.List;

/** The profiles that this process was configured with, read and checked. */
public record ConfiguredHubs(List<HubProfile> profiles) {

    public ConfiguredHubs {
        profiles = List.copyOf(profiles);
    }

    /** The hub that opens Keyledger itself. */
    public HubProfile builtIn() {
        return profiles.stream()
                .filter(profile -> profile.hub().equals(HubId.KEYLEDGER))
                .findFirst()
                .orElseThrow();
    }
}
