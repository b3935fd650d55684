package io.keyledger.server.reveal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.keyledger.api.apikey.ApiKeyId;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM, bound to the key, the generation and the reveal key: a ciphertext that is put into
 * another row does not open.
 */
final class SecretSeal {

    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SecretSeal() {}

    static SealedSecret seal(RevealKey with, ApiKeyId key, int generation, String plaintext) {
        byte[] nonce = new byte[NONCE_LENGTH];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, with, nonce, key, generation)
                            .doFinal(plaintext.getBytes(US_ASCII));
            byte[] whole = Arrays.copyOf(nonce, NONCE_LENGTH + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_LENGTH, sealed.length);
            return new SealedSecret(key, generation, with.id(), whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The secret.
     *
     * @throws IllegalStateException when the ciphertext is not what was sealed for this secret
     */
    static String open(RevealKey with, SealedSecret sealed) {
        byte[] whole = sealed.ciphertext();
        try {
            byte[] nonce = Arrays.copyOf(whole, NONCE_LENGTH);
            Cipher cipher =
                    cipher(Cipher.DECRYPT_MODE, with, nonce, sealed.key(), sealed.generation());
            int length = Math.max(0, whole.length - NONCE_LENGTH);
            return new String(cipher.doFinal(whole, whole.length - length, length), US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(sealed + " was altered", e);
        }
    }

    private static Cipher cipher(
            int mode, RevealKey with, byte[] nonce, ApiKeyId key, int generation)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, with.key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((with.id() + "|" + key + "|" + generation).getBytes(US_ASCII));
        return cipher;
    }
}
