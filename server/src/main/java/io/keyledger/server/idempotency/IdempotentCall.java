package io.keyledger.server.idempotency;

import io.keyledger.server.seal.Seal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A call that may be sent again.
 *
 * @param caller the id of the credential that authenticates it; keys of different callers never
 *     meet
 * @param credential the caller's credential itself; used to seal the answer, never stored
 * @param request what is asked, in a form that is the same whenever the same is asked
 */
public record IdempotentCall(String caller, String credential, IdempotencyKey key, String request) {

    byte[] keyDigest() {
        return sha256(key.value());
    }

    byte[] fingerprint() {
        return sha256(request);
    }

    Seal seal() {
        return Seal.of(credential, key.value(), "keyledger idempotent answer");
    }

    /** Leaves the credential out. */
    @Override
    public String toString() {
        return "IdempotentCall[" + caller + "]";
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
