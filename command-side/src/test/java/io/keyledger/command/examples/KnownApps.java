package io.keyledger.command.examples;

import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.command.oauthapp.OAuthApps;
import io.keyledger.command.oauthapp.RegisteredApp;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The OAuth apps that a test knows of. */
public final class KnownApps implements OAuthApps {

    private final Map<OAuthAppId, RegisteredApp> apps = new HashMap<>();

    public KnownApps with(OAuthAppId app, RegisteredApp registered) {
        apps.put(app, registered);
        return this;
    }

    @Override
    public Optional<RegisteredApp> find(OAuthAppId app) {
        return Optional.ofNullable(apps.get(app));
    }
}
