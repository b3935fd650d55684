package io.keyledger.server.oauth.revocation;

import io.keyledger.api.grant.GrantCommand;
import io.keyledger.api.grant.GrantCommand.RevokeAccessToken;
import io.keyledger.api.grant.GrantCommand.RevokeGrant;
import io.keyledger.api.token.Digest;
import io.keyledger.query.oauth.GrantDirectory;
import io.keyledger.query.oauth.PresentedSecret.Kind;
import io.keyledger.server.oauth.client.AuthenticatedClient;
import io.keyledger.server.oauth.digest.TokenDigests;
import io.keyledger.server.oauth.hub.OAuthHub;
import java.util.List;
import java.util.Optional;

/**
 * The tokens of an app. What they are is found out, whatever hint comes with them. With a refresh
 * token its grant ends, and so every access token of it; with an access token, that one alone.
 */
final class OwnTokens {

    private final GrantDirectory grants;
    private final TokenDigests digests;

    OwnTokens(GrantDirectory grants, TokenDigests digests) {
        this.grants = grants;
        this.digests = digests;
    }

    /** What ends a token; nothing when it is none of this app's. */
    Optional<GrantCommand> revocation(String token, OAuthHub hub, AuthenticatedClient client) {
        List<Digest> candidates = digests.candidates(token);
        return candidates.isEmpty()
                ? Optional.empty()
                : accessToken(candidates, hub, client)
                        .or(() -> refreshToken(candidates, hub, client));
    }

    private Optional<GrantCommand> accessToken(
            List<Digest> candidates, OAuthHub hub, AuthenticatedClient client) {
        return grants.token(candidates)
                .filter(token -> client.owns(hub, token.grant()))
                .map(token -> new RevokeAccessToken(token.grant().grant(), token.generation()));
    }

    private Optional<GrantCommand> refreshToken(
            List<Digest> candidates, OAuthHub hub, AuthenticatedClient client) {
        return grants.presented(candidates)
                .filter(secret -> secret.kind() == Kind.REFRESH_TOKEN)
                .filter(secret -> client.owns(hub, secret.grant()))
                .map(secret -> new RevokeGrant(secret.grant().grant()));
    }
}
