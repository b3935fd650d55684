package io.keyledger.server.oauth.keys;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.List;
import java.util.Optional;

/**
 * The keys of this node.
 *
 * @param all the one that signs first; the others are still published, for what they have signed.
 *     Empty when this node cannot sign
 */
public record SigningKeys(List<SigningKey> all) {

    public SigningKeys {
        all = List.copyOf(all);
    }

    /** The one that signs. */
    public Optional<SigningKey> current() {
        return all.stream().findFirst();
    }

    /** What anybody may check signatures by; no private part in it. */
    public JWKSet published() {
        return new JWKSet(all.stream().<JWK>map(SigningKey::published).toList());
    }
}
