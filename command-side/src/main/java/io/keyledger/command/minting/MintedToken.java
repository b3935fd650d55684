package io.keyledger.command.minting;

import io.keyledger.api.grant.TokenDigest;
import io.keyledger.api.token.Peppers;
import io.keyledger.api.token.TokenDigester;

/**
 * A code or token that has just been made. It goes into the answer that creates it and nowhere
 * else; only {@link #digest} goes into a command.
 *
 * @param plaintext what the client will send
 * @param digest what the ledger may know of it
 */
public record MintedToken(String plaintext, TokenDigest digest) {

    /**
     * Digests a secret, by a digester of its own, so that the copy in it goes when this is done.
     *
     * @param pepper which live pepper; 0 is the current one
     * @throws IllegalArgumentException when it has not the format of a secret
     */
    static MintedToken of(String plaintext, Peppers peppers, int pepper) {
        TokenDigester digester = new TokenDigester(peppers);
        if (!digester.read(plaintext)) {
            throw new IllegalArgumentException("this is not a secret of Keyledger");
        }
        String pepperId = peppers.all().get(pepper).id();
        return new MintedToken(plaintext, new TokenDigest(digester.digest(pepper), pepperId));
    }

    /** Leaves the plaintext out. */
    @Override
    public String toString() {
        return "MintedToken[" + digest.digest() + "]";
    }
}
