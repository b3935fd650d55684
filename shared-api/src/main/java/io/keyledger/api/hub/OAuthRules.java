package io.keyledger.api.hub;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a hub speaks OAuth 2.0.
 *
 * @param authorizePath and {@code tokenPath} below the hub's base path
 * @param scopeAlias how scopes are spelled at the authorization endpoint; null when as in the
 *     catalogue
 * @param workspaceSelection whether the user chooses the workspace while consenting
 * @param pkceOptionalForConfidentialClients whether a confidential client may leave PKCE out
 */
public record OAuthRules(
        String authorizePath,
        String tokenPath,
        @Nullable ScopeAlias scopeAlias,
        boolean workspaceSelection,
        boolean pkceOptionalForConfidentialClients,
        AccessTokenFormat accessTokenFormat,
        Duration accessTokenLifetime,
        Duration refreshTokenIdle,
        Duration refreshTokenAbsolute) {

    /** Scopes are written with {@code from} where the catalogue has {@code to}. */
    public record ScopeAlias(String from, String to) {}

    /** What an access token looks like to the client. */
    public enum AccessTokenFormat {
        JWT,
        OPAQUE
    }
}
