package io.keyledger.api.oauthapp;

import io.keyledger.api.apikey.SecretRecord;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened to an OAuth app. A change carries the value before and after. */
public sealed interface OAuthAppEvent {

    OAuthAppId app();

    /**
     * An app was registered.
     *
     * @param logo a {@code data:} URL of an image; null when it has none
     * @param secret null exactly for a public app
     */
    record OAuthAppRegistered(
            OAuthAppId app,
            WorkspaceId workspace,
            HubId hub,
            String name,
            List<String> redirectUris,
            @Nullable String logo,
            List<String> scopes,
            ClientType type,
            @Nullable SecretRecord secret)
            implements OAuthAppEvent {}

    record OAuthAppRenamed(OAuthAppId app, String previousName, String name)
            implements OAuthAppEvent {}

    /** The logo was set or, with null, removed. */
    record OAuthAppLogoSet(OAuthAppId app, @Nullable String logo) implements OAuthAppEvent {}

    record OAuthAppRedirectUrisChanged(
            OAuthAppId app, List<String> previousRedirectUris, List<String> redirectUris)
            implements OAuthAppEvent {}

    record OAuthAppScopesChanged(OAuthAppId app, List<String> previousScopes, List<String> scopes)
            implements OAuthAppEvent {}

    /**
     * The app has a new secret.
     *
     * @param generation of the new secret
     * @param previousValidUntil the first instant at which every older secret is refused, unless it
     *     had ended before
     */
    record OAuthAppSecretRotated(
            OAuthAppId app, int generation, SecretRecord secret, Instant previousValidUntil)
            implements OAuthAppEvent {}

    record OAuthAppDeleted(OAuthAppId app) implements OAuthAppEvent {}
}
