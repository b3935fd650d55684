package io.keyledger.command.profile;

import io.keyledger.api.hub.OAuthRules;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes how a hub speaks OAuth. */
final class OAuthWriter {

    private OAuthWriter() {}

    static @Nullable Map<String, Object> write(@Nullable OAuthRules oauth) {
        if (oauth == null) {
            return null;
        }
        return new Fields()
                .with("authorize", oauth.authorizePath())
                .with("token", oauth.tokenPath())
                .with("scope-alias", alias(oauth.scopeAlias()))
                .with("workspace-selection", oauth.workspaceSelection())
                .with(
                        "pkce",
                        oauth.pkceOptionalForConfidentialClients()
                                ? "required-of-public-clients"
                                : "required")
                .with("access-token", accessToken(oauth))
                .with("refresh-token", refreshToken(oauth))
                .map();
    }

    private static @Nullable Map<String, Object> alias(OAuthRules.@Nullable ScopeAlias alias) {
        return alias == null
                ? null
                : new Fields().with("from", alias.from()).with("to", alias.to()).map();
    }

    private static Map<String, Object> accessToken(OAuthRules oauth) {
        return new Fields()
                .with("format", Choice.word(oauth.accessTokenFormat()))
                .with("lifetime", Durations.written(oauth.accessTokenLifetime()))
                .map();
    }

    private static Map<String, Object> refreshToken(OAuthRules oauth) {
        return new Fields()
                .with("idle", Durations.written(oauth.refreshTokenIdle()))
                .with("absolute", Durations.written(oauth.refreshTokenAbsolute()))
                .map();
    }
}
