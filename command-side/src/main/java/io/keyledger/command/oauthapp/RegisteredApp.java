package io.keyledger.command.oauthapp;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.oauthapp.ClientType;
import io.keyledger.api.workspace.WorkspaceId;
import java.util.List;

/**
 * An OAuth app as it is registered now.
 *
 * @param workspace that the app belongs to
 * @param scopes the most that the app may ask for
 * @param deleted whether the app is gone, for good
 */
public record RegisteredApp(
        HubId hub,
        WorkspaceId workspace,
        ClientType type,
        List<String> scopes,
        List<String> redirectUris,
        boolean deleted) {

    public RegisteredApp {
        scopes = List.copyOf(scopes);
        redirectUris = List.copyOf(redirectUris);
    }
}
