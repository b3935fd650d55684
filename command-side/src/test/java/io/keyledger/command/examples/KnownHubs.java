package io.keyledger.command.examples;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.command.hub.HubProfiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The hubs that a test knows of. */
public final class KnownHubs implements HubProfiles {

    private final List<HubProfile> profiles = new ArrayList<>();

    public static KnownHubs of(HubProfile... profiles) {
        KnownHubs hubs = new KnownHubs();
        List.of(profiles).forEach(hubs::publish);
        return hubs;
    }

    public void publish(HubProfile profile) {
        withdraw(profile.hub());
        profiles.add(profile);
    }

    public void withdraw(HubId hub) {
        profiles.removeIf(it -> it.hub().equals(hub));
    }

    @Override
    public Optional<HubProfile> current(HubId hub) {
        return profiles.stream().filter(it -> it.hub().equals(hub)).findFirst();
    }

    @Override
    public Optional<HubId> ownerOfPrefix(String prefix) {
        return profiles.stream()
                .filter(it -> it.keys().prefix().equals(prefix))
                .map(HubProfile::hub)
                .findFirst();
    }
}
