package io.keyledger.server.hubs;

import io.keyledger.api.hub.HubId;
import io.keyledger.verdict.profile.CompiledProfile;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Some hubs, to be found by id, host and base path. Immutable. The built-in hub is not found by
 * base path: its route table has whole paths.
 */
public final class HubIndex implements Hubs {

    private final Map<String, CompiledProfile> byId = new HashMap<>();
    private final Map<String, CompiledProfile> byHost = new HashMap<>();
    private final Map<String, CompiledProfile> byBasePath = new HashMap<>();

    public HubIndex(Collection<CompiledProfile> profiles) {
        for (CompiledProfile profile : profiles) {
            byId.put(profile.hub(), profile);
            if (!profile.hub().equals(HubId.KEYLEDGER.value())) {
                byBasePath.put(profile.source().basePath(), profile);
            }
            profile.source()
                    .hosts()
                    .forEach(host -> byHost.put(host.toLowerCase(Locale.ROOT), profile));
        }
    }

    @Override
    public @Nullable CompiledProfile withId(String hub) {
        return byId.get(hub);
    }

    @Override
    public @Nullable CompiledProfile atHost(String host) {
        return byHost.get(host);
    }

    /**
     * The longest base path decides, segment by segment: {@code /acme} is not above {@code /acmes}.
     */
    @Override
    public @Nullable CompiledProfile atPath(String path) {
        String candidate = path;
        while (!candidate.isEmpty()) {
            CompiledProfile profile = byBasePath.get(candidate);
            if (profile != null) {
                return profile;
            }
            candidate = candidate.substring(0, candidate.lastIndexOf('/'));
        }
        return null;
    }
}
