package io.keyledger.server.oauth.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;

/**
 * A key that access tokens are signed with (RS256, which signs the same the same way each time). It
 * is named by its thumbprint, so that no two keys share a name.
 */
public final class SigningKey {

    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    private final RSAKey published;
    private final JWSHeader header;
    private final RSASSASigner signer;

    SigningKey(RSAPublicKey publicKey, RSAPrivateCrtKey privateKey) {
        try {
            this.published =
                    new RSAKey.Builder(publicKey)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.RS256)
                            .keyIDFromThumbprint()
                            .build();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        this.header =
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(ACCESS_TOKEN)
                        .keyID(published.getKeyID())
                        .build();
        this.signer = new RSASSASigner(privateKey);
    }

    /** A JWT of RFC 9068. The same claims give the same JWT. */
    public String sign(JWTClaimsSet claims) {
        SignedJWT jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("an access token cannot be signed", e);
        }
        return jwt.serialize();
    }

    /** The key's name, as tokens have it in {@code kid}. */
    public String id() {
        return published.getKeyID();
    }

    RSAKey published() {
        return published;
    }

    /** Leaves the private part out. */
    @Override
    public String toString() {
        return "SigningKey[" + id() + "]";
    }
}
