package io.keyledger.server.reveal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * A key that secrets are sealed under.
 *
 * @param id made of the key itself, so that no two keys share one; says nothing of the key
 */
record RevealKey(String id, SecretKey key) {

    private static final byte[] SEALING = "keyledger reveal key".getBytes(US_ASCII);
    private static final byte[] NAMING = "keyledger reveal key id".getBytes(US_ASCII);
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 8;

    /** Derives key and id (HKDF, RFC 5869), each for its own purpose. */
    static RevealKey of(byte[] material) {
        try {
            KDF hkdf = KDF.getInstance("HKDF-SHA256");
            byte[] id = hkdf.deriveData(parameters(material, NAMING, ID_BYTES));
            return new RevealKey(
                    "rk-" + HexFormat.of().formatHex(id),
                    hkdf.deriveKey("AES", parameters(material, SEALING, KEY_BYTES)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HKDFParameterSpec parameters(byte[] material, byte[] purpose, int length) {
        return HKDFParameterSpec.ofExtract().addIKM(material).thenExpand(purpose, length);
    }

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "RevealKey[" + id + "]";
    }
}
