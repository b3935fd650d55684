package io.keyledger.server.oauth.hub;

import io.keyledger.server.hubs.Hubs;
import io.keyledger.verdict.profile.CompiledProfile;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The hubs that speak OAuth at this moment. */
@Component
public final class OAuthHubs {

    private final Hubs hubs;
    private final PublicUrl publicUrl;

    OAuthHubs(Hubs hubs, PublicUrl publicUrl) {
        this.hubs = hubs;
        this.publicUrl = publicUrl;
    }

    /** The hub below whose base path this path is. */
    public Optional<OAuthHub> atPath(String path) {
        return Optional.ofNullable(hubs.atPath(path)).flatMap(this::speaking);
    }

    /** The hub with this id. */
    public Optional<OAuthHub> withId(String hub) {
        return Optional.ofNullable(hubs.withId(hub)).flatMap(this::speaking);
    }

    private Optional<OAuthHub> speaking(CompiledProfile profile) {
        return OAuthHub.of(profile.source(), publicUrl);
    }
}
