package io.keyledger.resourceserver.remote;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.resourceserver.judge.Profiles;
import io.keyledger.resourceserver.judge.TruthUnknownException;
import io.keyledger.verdict.profile.CompiledProfile;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The profiles of hubs, fetched from the data plane and kept: an outage is told in the hub's own
 * words too.
 */
public final class RemoteProfiles implements Profiles {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long PAUSE_NANOS = 250_000_000L;

    private final DataPlaneClient client;
    private final Map<String, CompiledProfile> known = new ConcurrentHashMap<>();
    private final Map<String, Long> asked = new ConcurrentHashMap<>();

    public RemoteProfiles(DataPlaneClient client) {
        this.client = client;
    }

    @Override
    public @Nullable CompiledProfile newest(String hub) {
        return known.get(hub);
    }

    /**
     * A profile of this version or a newer one; when it cannot be had, the newest that is known.
     */
    @Nullable CompiledProfile atLeast(String hub, int version) {
        CompiledProfile profile = known.get(hub);
        if (profile != null && profile.version() >= version) {
            return profile;
        }
        fetchUnlessJustAsked(hub);
        return known.get(hub);
    }

    private void fetchUnlessJustAsked(String hub) {
        long now = System.nanoTime();
        Long last = asked.get(hub);
        if (last == null || now - last > PAUSE_NANOS) {
            asked.put(hub, now);
            fetch(hub);
        }
    }

    /** Fetches what is published now; whether it could be had. */
    public boolean fetch(String hub) {
        try {
            offer(read(client.get("/v1/hubs/" + hub)));
            return true;
        } catch (TruthUnknownException _) {
            return false;
        }
    }

    /** Remembers a profile, unless a newer one is known. */
    public void offer(CompiledProfile profile) {
        known.merge(
                profile.hub(),
                profile,
                (old, fresh) -> fresh.version() >= old.version() ? fresh : old);
    }

    private static CompiledProfile read(JsonNode published) {
        return CompiledProfile.compile(
                JSON.treeToValue(published.required("profile"), HubProfile.class),
                published.required("version").intValue(),
                published.required("position").longValue());
    }
}
