package io.keyledger.command.minting;

import io.keyledger.api.apikey.SecretRecord;

/**
 * A secret that has just been made. It goes into the answer that creates it and nowhere else; only
 * {@link #record} goes into a command.
 *
 * @param plaintext what the client will send
 * @param record what the ledger may know of it
 */
public record MintedSecret(String plaintext, SecretRecord record) {

    /** Leaves the plaintext out. */
    @Override
    public String toString() {
        return "MintedSecret[" + record.hint() + "]";
    }
}
