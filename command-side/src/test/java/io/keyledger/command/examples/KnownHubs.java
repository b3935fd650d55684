package io.keyledger.command.examples;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.command.hub.HubProfiles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The hubs that a test knows of. */
public final class KnownHubs implements HubProfiles {

    private final List<HubProfile> profiles = new ArrayList<>();
    private final Set<HubId> inUse = new HashSet<>();

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
    public List<HubProfile> others(HubId hub) {
        return profiles.stream().filter(it -> !it.hub().equals(hub)).toList();
    }

    @Override
    public boolean hasLiveKeys(HubId hub) {
        return inUse.contains(hub);
    }

    /** From now on somebody holds a key of this hub. */
    public void use(HubId hub) {
        inUse.add(hub);
    }
}
