package io.keyledger.server.hubs;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.command.profile.InstalledProfile;
import java.util.List;

/** The profiles that this process was configured with, read and checked. */
public record ConfiguredHubs(List<InstalledProfile> installed) {

    public ConfiguredHubs {
        installed = List.copyOf(installed);
    }

    /** The profiles alone. */
    public List<HubProfile> profiles() {
        return installed.stream().map(InstalledProfile::profile).toList();
    }

    /** The hub that opens Keyledger itself. */
    public HubProfile builtIn() {
        return profiles().stream()
                .filter(profile -> profile.hub().equals(HubId.KEYLEDGER))
                .findFirst()
                .orElseThrow();
    }
}
