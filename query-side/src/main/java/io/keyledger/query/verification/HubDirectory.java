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
        return Optional.ofNullable(profiles.ofNullable(table.find(hub.value())))
                .map(CompiledProfile::source);
    }

    /** The profiles that judge now, in order of hub. */
    public List<CompiledProfile> all() {
        return table.all().stream().map(profiles::of).toList();
    }

    /** The hub whose keys start with {@code prefix}. */
    public Optional<HubId> ownerOfPrefix(String prefix) {
        return table.ownerOfPrefix(prefix);
    }
}
