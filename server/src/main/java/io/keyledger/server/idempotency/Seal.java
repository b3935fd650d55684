package io.keyledger.server.idempotency;

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
 * Seals what was answered so that only the caller can have it again: AES-256-GCM under a key
 * derived (HKDF, RFC 5869) from the caller's own credential and the idempotency key. The database
 * holds neither of the two, so a stolen database opens nothing.
 */
final class Seal {

    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] PURPOSE =
            "keyledger idempotent answer".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;

    private Seal(SecretKey key) {
        this.key = key;
    }

    static Seal of(String credential, IdempotencyKey idempotencyKey) {
        HKDFParameterSpec parameters =
                HKDFParameterSpec.ofExtract()
                        .addIKM(credential.getBytes(StandardCharsets.UTF_8))
                        .addSalt(idempotencyKey.value().getBytes(StandardCharsets.UTF_8))
                        .thenExpand(PURPOSE, 32);
        try {
            return new Seal(KDF.getInstance("HKDF-SHA256").deriveKey("AES", parameters));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] close(byte[] plain) {
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

    /** Nothing when it was sealed for another credential. */
    Optional<byte[]> open(byte[] whole) {
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
