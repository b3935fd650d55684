package io.keyledger.server.reveal;

import io.keyledger.api.apikey.ApiKeyId;

/**
 * The sealed copy of one secret. It travels beside the command that brings the secret, into a table
 * of its own, and never into an event.
 *
 * @param revealKey the id of the key that opens it
 * @param ciphertext nonce, ciphertext and tag
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
public record SealedSecret(ApiKeyId key, int generation, String revealKey, byte[] ciphertext) {

    boolean isOf(ApiKeyId wanted, int wantedGeneration) {
        return key.equals(wanted) && generation == wantedGeneration;
    }

    /** Leaves the ciphertext out. */
    @Override
    public String toString() {
        return "SealedSecret[" + key + ", " + generation + "]";
    }
}
