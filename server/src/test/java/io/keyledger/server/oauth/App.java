package io.keyledger.server.oauth;

import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.api.workspace.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A registered app.
 *
 * @param secret null for a public one
 */
record App(String hub, OAuthAppId id, WorkspaceId workspace, @Nullable String secret) {

    static final String REDIRECT_URI = "https://client.example/callback";

    /** What authenticates it, in a header. */
    String basic() {
        String pair = id + ":" + secret;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** The same app with another secret. */
    App with(@Nullable String other) {
        return new App(hub, id, workspace, other);
    }
}
