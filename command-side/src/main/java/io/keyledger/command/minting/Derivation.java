package io.keyledger.command.minting;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.keyledger.api.grant.GrantId;
import io.keyledger.api.token.Pepper;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * What successors are derived from.
 *
 * @param key of this purpose alone
 * @param salt of the exchange
 * @param presented the secret that is exchanged
 */
record Derivation(SecretKey key, GrantId grant, String salt, String presented) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "keyledger successors".getBytes(US_ASCII);
    private static final int KEY_BYTES = 32;

    /** A key that is the pepper's, and that tells nothing of digests under it (HKDF, RFC 5869). */
    static SecretKey key(Pepper pepper) {
        HKDFParameterSpec parameters =
                HKDFParameterSpec.ofExtract().addIKM(pepper.key()).thenExpand(PURPOSE, KEY_BYTES);
        try {
            return KDF.getInstance("HKDF-SHA256").deriveKey(ALGORITHM, parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("pepper " + pepper.id() + " cannot be used", e);
        }
    }

    /** 256 bits that nobody can tell from random ones without key and presented secret. */
    byte[] bits(String purpose) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(input(purpose).getBytes(US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * No part but the last can have a line break in it, so that no two inputs are written alike.
     */
    private String input(String purpose) {
        return String.join("\n", purpose, grant.value(), salt, presented);
    }

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "Derivation[" + grant + "]";
    }
}
