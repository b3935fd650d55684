package io.keyledger.server.oauth.keys;

import io.keyledger.server.startup.StartupRefused;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * A signing key as text: PKCS#8, with the lines of PEM around it or without them. What is wrong
 * with one is told without showing any of it.
 */
record SigningKeyFile(String called, String text) {

    static final int SHORTEST_BITS = 2048;

    static final String HOW_TO_MAKE_ONE =
            "Make one with “openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out"
                    + " signing-key”, keep it where the database is not, give the same to every node,"
                    + " and set keyledger.oauth.signing-keys[0].file=… (or .key=…).";

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    /** A new key, as PEM. */
    static String generated() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(SHORTEST_BITS);
            KeyPair pair = generator.generateKeyPair();
            Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
            return BEGIN
                    + "\n"
                    + lines.encodeToString(pair.getPrivate().getEncoded())
                    + "\n"
                    + END
                    + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The key.
     *
     * @throws StartupRefused when it is no RSA key of {@value #SHORTEST_BITS} bits in PKCS#8
     */
    SigningKey key() {
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            PrivateKey key = rsa.generatePrivate(new PKCS8EncodedKeySpec(encoded()));
            if (!(key instanceof RSAPrivateCrtKey complete)) {
                throw unusable("has no public exponent");
            }
            if (complete.getModulus().bitLength() < SHORTEST_BITS) {
                throw unusable(
                        "has %d bits, fewer than %d"
                                .formatted(complete.getModulus().bitLength(), SHORTEST_BITS));
            }
            return new SigningKey(
                    (RSAPublicKey) rsa.generatePublic(publicPart(complete)), complete);
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            // The words of neither the decoder nor the provider are for the operator.
            throw unusable("is not an RSA key in PKCS#8");
        }
    }

    private byte[] encoded() {
        String base64 = text.strip();
        if (base64.startsWith("-----BEGIN") && !base64.startsWith(BEGIN)) {
            throw unusable(
                    "is not in PKCS#8 without a password; “openssl pkcs8 -topk8 -nocrypt” makes it"
                            + " so");
        }
        return Base64.getMimeDecoder().decode(base64.replace(BEGIN, "").replace(END, ""));
    }

    private static RSAPublicKeySpec publicPart(RSAPrivateCrtKey key) {
        return new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
    }

    private StartupRefused unusable(String reason) {
        return new StartupRefused("%s %s.".formatted(called, reason), HOW_TO_MAKE_ONE);
    }

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "SigningKeyFile[" + called + "]";
    }
}
