package io.keyledger.server.oauth.token;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import io.keyledger.api.token.Digest;
import io.keyledger.query.oauth.GrantDirectory;
import io.keyledger.query.oauth.PresentedSecret;
import io.keyledger.server.oauth.client.AuthenticatedClient;
import io.keyledger.server.oauth.digest.TokenDigests;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.oauth.message.OAuthRefusal;
import java.util.List;
import java.util.Optional;

/** Finds what an app presents. What is another's looks like what does not exist, and lives on. */
final class PresentedSecrets {

    private final GrantDirectory grants;
    private final TokenDigests digests;

    PresentedSecrets(GrantDirectory grants, TokenDigests digests) {
        this.grants = grants;
        this.digests = digests;
    }

    /**
     * The code or refresh token that the app presents.
     *
     * @throws OAuthRefusal when there is none such of this app
     */
    PresentedSecret find(
            PresentedSecret.Kind kind, String presented, OAuthHub hub, AuthenticatedClient client) {
        return known(presented)
                .filter(secret -> secret.kind() == kind)
                .filter(secret -> client.owns(hub, secret.grant()))
                .orElseThrow(PresentedSecrets::unknown);
    }

    private Optional<PresentedSecret> known(String presented) {
        List<Digest> candidates = digests.candidates(presented);
        return candidates.isEmpty() ? Optional.empty() : grants.presented(candidates);
    }

    static OAuthRefusal unknown() {
        return OAuthRefusal.of(
                OAuth2Error.INVALID_GRANT,
                "The code or refresh token is unknown, or was given to another client.");
    }
}
