package io.keyledger.server.oauth.dpop;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import io.keyledger.server.oauth.message.OAuthRefusal;
import io.keyledger.server.oauth.message.OAuthRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The DPoP proof that an app sends along when it posts to an endpoint (RFC 9449 §5, §10.1). */
public final class RequestProofs {

    private final DPoPProofs proofs;

    RequestProofs(DPoPProofs proofs) {
        this.proofs = proofs;
    }

    /**
     * The thumbprint of the key that the request has proven; null when it has no proof.
     *
     * @param url of the endpoint
     * @throws OAuthRefusal when its proof is wrong
     */
    public @Nullable String provenKey(String url, OAuthRequest request) {
        if (request.dpop().isEmpty()) {
            return null;
        }
        if (request.dpop().size() > 1) {
            throw refusal("There are several DPoP headers.");
        }
        try {
            return proofs.verify(request.dpop().getFirst(), "POST", URI.create(url), null)
                    .thumbprint();
        } catch (InvalidProofException e) {
            throw refusal(e.getMessage());
        }
    }

    private static OAuthRefusal refusal(String description) {
        return OAuthRefusal.of(OAuth2Error.INVALID_DPOP_PROOF, description);
    }
}
