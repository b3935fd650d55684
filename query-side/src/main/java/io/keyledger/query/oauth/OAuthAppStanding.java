package io.keyledger.query.oauth;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.oauthapp.ClientType;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.api.workspace.WorkspaceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an app stands.
 *
 * @param logo a {@code data:} URL of an image; null when it has none
 * @param scopes the most that it may ask for
 */
public record OAuthAppStanding(
        OAuthAppId app,
        HubId hub,
        WorkspaceId workspace,
        String name,
        @Nullable String logo,
        ClientType type,
        List<String> redirectUris,
        List<String> scopes,
        boolean deleted) {

    public OAuthAppStanding {
        redirectUris = List.copyOf(redirectUris);
        scopes = List.copyOf(scopes);
    }
}
