package io.keyledger.query.verification;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.verdict.profile.CompiledProfile;
import java.util.List;
import java.util.Optional;

/** What the enforcement tables say of hubs, as true as the transaction that asks. */
public final class HubDirectory {

    private final HubProfileTable table;
    private final CompiledProfiles profiles;

    HubDirectory(HubProfileTable table, CompiledProfiles profiles) {
        this.table = table;
        this.profiles = profiles;
    }

    /** The profile that judges now. */
    public Optional<HubProfile> current(HubId hub) {
        return published(hub).map(CompiledProfile::source);
    }

    /** The profile that judges now, with its version. */
    public Optional<CompiledProfile> published(HubId hub) {
        return Optional.ofNullable(profiles.ofNullable(table.find(hub.value())));
    }

    /** The profiles that judge now, in order of hub. */
    public List<CompiledProfile> all() {
        return table.all().stream().map(profiles::of).toList();
    }

    /**
     * The profiles of all other hubs. When asked in a transaction, no other transaction that asks
     * the same goes on before this one has ended.
     */
    public List<HubProfile> othersHeldStill(HubId hub) {
        table.holdStill();
        return all().stream()
                .map(CompiledProfile::source)
                .filter(profile -> !profile.hub().equals(hub))
                .toList();
    }

    /** Whether anybody holds a key of this hub that is not revoked. */
    public boolean hasLiveKeys(HubId hub) {
        return table.hasLiveKeys(hub.value());
    }
}
