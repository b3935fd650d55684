package io.keyledger.server.proof;

import io.keyledger.server.startup.StartupRefused;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/**
 * A key of checkpoints as text: Ed25519 in PKCS#8, with the lines of PEM around it or without them.
 * What is wrong with one is told without showing any of it.
 */
record KeyFile(String called, String text) {

    static final String HOW_TO_MAKE_ONE =
            "Make one with “openssl genpkey -algorithm ED25519 -out checkpoint-key”, keep it where"
                    + " the database is not, give the same to every node, and set"
                    + " keyledger.checkpoints.keys[0].file=… (or .key=…).";

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    /** A new key, as PEM. */
    static String generated() {
        try {
            byte[] key =
                    KeyPairGenerator.getInstance("Ed25519")
                            .generateKeyPair()
                            .getPrivate()
                            .getEncoded();
            return BEGIN + "\n" + Base64.getEncoder().encodeToString(key) + "\n" + END + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The key, with its public part.
     *
     * @throws StartupRefused when it is no Ed25519 key in PKCS#8
     */
    Pair pair() {
        try {
            String base64 = text.strip().replace(BEGIN, "").replace(END, "");
            PrivateKey secret =
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(
                                            Base64.getMimeDecoder().decode(base64)));
            return new Pair(secret, published((EdECPrivateKey) secret));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            // The words of neither the decoder nor the provider are for the operator.
            throw new StartupRefused(called + " is not an Ed25519 key in PKCS#8.", HOW_TO_MAKE_ONE);
        }
    }

    /** Java has no way from the secret part to the public one. */
    private static byte[] published(EdECPrivateKey secret) {
        byte[] seed = secret.getBytes().orElseThrow(IllegalArgumentException::new);
        return new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded();
    }

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "KeyFile[" + called + "]";
    }

    /** The two parts of a key. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once
    record Pair(PrivateKey secret, byte[] published) {}
}
