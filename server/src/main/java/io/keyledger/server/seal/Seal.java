package io.keyledger.server.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Seals what is stored so that only whoever has a secret can have it again: AES-256-GCM under a key
 * derived (HKDF, RFC 5869) from the secret. The database does not hold the secret, so a stolen
 * database opens nothing.
 */
public final class Seal {

    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;

    private static final int OVERHEAD = NONCE_LENGTH + TAG_BITS / Byte.SIZE;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;

    private Seal(SecretKey key) {
        this.key = key;
    }

    /**
     * A seal that this secret alone opens.
     *
     * @param secret of at least 128 random bits
     * @param salt what sets this use of the secret apart from others for the same purpose
     * @param purpose what is sealed; the same secret gives another key for each
     */
    public static Seal of(String secret, String salt, String purpose) {
        HKDFParameterSpec parameters =
                HKDFParameterSpec.ofExtract()
                        .addIKM(secret.getBytes(StandardCharsets.UTF_8))
                        .addSalt(salt.getBytes(StandardCharsets.UTF_8))
                        .thenExpand(purpose.getBytes(StandardCharsets.US_ASCII), 32);
        try {
            return new Seal(KDF.getInstance("HKDF-SHA256").deriveKey("AES", parameters));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sealed, and not to be told from random bytes. */
    public byte[] close(byte[] plain) {
        byte[] nonce = new byte[NONCE_LENGTH];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
            byte[] whole = Arrays.copyOf(nonce, NONCE_LENGTH + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_LENGTH, sealed.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing when it was sealed with another secret, or is not sealed at all. */
    public Optional<byte[]> open(byte[] whole) {
        if (whole.length < OVERHEAD) {
            return Optional.empty();
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOfRange(whole, 0, NONCE_LENGTH));
            return Optional.of(cipher.doFinal(whole, NONCE_LENGTH, whole.length - NONCE_LENGTH));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
