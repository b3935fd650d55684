package io.keyledger.command.minting;

import static io.keyledger.api.token.TokenFormat.CHECKSUM_LENGTH;
import static io.keyledger.api.token.TokenFormat.RANDOM_LENGTH;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.keyledger.api.apikey.SecretRecord;
import io.keyledger.api.token.Peppers;
import io.keyledger.api.token.TokenDigester;
import io.keyledger.api.token.TokenFormat;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Makes secrets: {@code prefix_}, {@value TokenFormat#RANDOM_LENGTH} random base62 digits and the
 * checksum. Safe for use by several threads.
 */
public final class SecretMint {

    /** With the underscore behind it, a double click selects the whole secret. */
    private static final Pattern PREFIX =
            Pattern.compile("[0-9A-Za-z](?:[0-9A-Za-z_]{0,30}[0-9A-Za-z])?");

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
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("a prefix has the form " + PREFIX.pattern());
        }
        return recognise(plaintext(prefix + "_"));
    }

    /**
     * Digests a secret that was minted before, under the current pepper.
     *
     * <p>By a digester of its own, so that the copy in it goes when this is done.
     *
     * @throws IllegalArgumentException when it has not the format of a secret
     */
    public MintedSecret recognise(String plaintext) {
        TokenDigester digester = new TokenDigester(peppers);
        if (!digester.read(plaintext)) {
            throw new IllegalArgumentException("this is not a secret of Keyledger");
        }
        String prefix = plaintext.substring(0, plaintext.lastIndexOf('_'));
        return new MintedSecret(
                plaintext,
                new SecretRecord(
                        digester.digest(0), peppers.current().id(), hint(prefix, plaintext)));
    }

    private String plaintext(String start) {
        int randomEnd = start.length() + RANDOM_LENGTH;
        byte[] token = Arrays.copyOf(start.getBytes(US_ASCII), randomEnd + CHECKSUM_LENGTH);
        Base62Digits.fill(token, start.length(), randomEnd, random);
        TokenFormat.appendChecksum(token, randomEnd, new CRC32());
        String plaintext = new String(token, US_ASCII);
        Arrays.fill(token, (byte) 0);
        return plaintext;
    }

    /** The last digits belong to the checksum: showing them leaves 166 bits to guess. */
    private static String hint(String prefix, String plaintext) {
        return prefix + "_…" + plaintext.substring(plaintext.length() - SHOWN);
    }
}
