package io.keyledger.command.minting;

import static io.keyledger.command.minting.TokenKind.ACCESS_TOKEN;
import static io.keyledger.command.minting.TokenKind.AUTHORIZATION_CODE;
import static io.keyledger.command.minting.TokenKind.CLIENT_SECRET;

import io.keyledger.api.apikey.SecretRecord;
import io.keyledger.api.grant.TokenDigest;
import io.keyledger.api.token.Peppers;
import io.keyledger.api.token.TokenFormat;
import java.security.SecureRandom;

/**
 * Makes secrets: {@code prefix_}, {@value TokenFormat#RANDOM_LENGTH} random base62 digits and the
 * checksum. Safe for use by several threads.
 */
public final class SecretMint {

    private static final int CURRENT_PEPPER = 0;
    private static final int SHOWN = 4;

    private final SecureRandom random;
    private final Peppers peppers;

    public SecretMint(SecureRandom random, Peppers peppers) {
        this.random = random;
        this.peppers = peppers;
    }

    /**
     * Makes a secret and digests it under the current pepper.
     *
     * @param prefix of the hub's keys, without the underscore that follows it
     */
    public MintedSecret mint(String prefix) {
        return recognise(plaintext(prefix));
    }

    /** Makes the secret of an OAuth app, as {@link #mint} does a key's. */
    public MintedSecret clientSecret(String hubPrefix) {
        return mint(CLIENT_SECRET.prefix(hubPrefix));
    }

    /** Makes an authorization code (RFC 6749 §1.3.1). */
    public MintedToken authorizationCode(String hubPrefix) {
        return token(AUTHORIZATION_CODE, hubPrefix);
    }

    /**
     * Makes an opaque access token that succeeds no other secret: {@link SuccessorMint} does those.
     */
    public MintedToken accessToken(String hubPrefix) {
        return token(ACCESS_TOKEN, hubPrefix);
    }

    /**
     * Digests a secret that was minted before, under the current pepper.
     *
     * @throws IllegalArgumentException when it has not the format of a secret
     */
    public MintedSecret recognise(String plaintext) {
        TokenDigest known = MintedToken.of(plaintext, peppers, CURRENT_PEPPER).digest();
        String prefix = plaintext.substring(0, plaintext.lastIndexOf('_'));
        return new MintedSecret(
                plaintext,
                new SecretRecord(known.digest(), known.pepper(), hint(prefix, plaintext)));
    }

    private MintedToken token(TokenKind kind, String hubPrefix) {
        return MintedToken.of(plaintext(kind.prefix(hubPrefix)), peppers, CURRENT_PEPPER);
    }

    private String plaintext(String prefix) {
        return TokenText.write(
                prefix, (target, start, end) -> Base62Digits.fill(target, start, end, random));
    }

    /** The last digits belong to the checksum: showing them leaves 166 bits to guess. */
    private static String hint(String prefix, String plaintext) {
        return prefix + "_…" + plaintext.substring(plaintext.length() - SHOWN);
    }
}
