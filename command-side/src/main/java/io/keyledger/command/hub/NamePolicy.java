package io.keyledger.command.hub;

import static io.keyledger.api.rejection.RejectionReason.HUB_BASE_PATH_TAKEN;
import static io.keyledger.api.rejection.RejectionReason.HUB_HOST_TAKEN;
import static io.keyledger.api.rejection.RejectionReason.HUB_PREFIX_TAKEN;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.command.policy.Rejection;
import java.util.List;
import java.util.Optional;

/** Whoever reads a key or a URL must know whose it is, so no two hubs share what names them. */
final class NamePolicy {

    private NamePolicy() {}

    static Optional<Rejection> free(HubProfile profile, List<HubProfile> others) {
        String prefix = profile.keys().prefix();
        String basePath = profile.basePath();
        boolean prefixTaken = others.stream().anyMatch(it -> it.keys().prefix().equals(prefix));
        boolean basePathTaken = others.stream().anyMatch(it -> it.basePath().equals(basePath));
        return Rejection.when(prefixTaken, HUB_PREFIX_TAKEN, "keys.prefix", prefix)
                .or(() -> Rejection.when(basePathTaken, HUB_BASE_PATH_TAKEN, "base-path", basePath))
                .or(() -> hostTaken(profile, others));
    }

    private static Optional<Rejection> hostTaken(HubProfile profile, List<HubProfile> others) {
        return profile.hosts().stream()
                .filter(host -> others.stream().anyMatch(it -> it.hosts().contains(host)))
                .findFirst()
                .map(host -> Rejection.of(HUB_HOST_TAKEN, "hosts", host));
    }
}
