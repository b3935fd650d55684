package io.keyledger.command.minting;

import static io.keyledger.api.token.TokenFormat.CHECKSUM_LENGTH;
import static io.keyledger.api.token.TokenFormat.RANDOM_LENGTH;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.keyledger.api.token.TokenFormat;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** Writes secrets down: {@code prefix_}, digits and the checksum. */
final class TokenText {

    /** With the underscore behind it, a double click selects the whole secret. */
    private static final Pattern PREFIX =
            Pattern.compile("[0-9A-Za-z](?:[0-9A-Za-z_]{0,30}[0-9A-Za-z])?");

    /** Where the digits come from. */
    interface Digits {
        void fill(byte[] target, int start, int end);
    }

    private TokenText() {}

    /**
     * Writes a secret, and wipes what it was written in.
     *
     * @param prefix without the underscore that follows it
     */
    static String write(String prefix, Digits digits) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("a prefix has the form " + PREFIX.pattern());
        }
        int start = prefix.length() + 1;
        int end = start + RANDOM_LENGTH;
        byte[] token = Arrays.copyOf((prefix + "_").getBytes(US_ASCII), end + CHECKSUM_LENGTH);
        digits.fill(token, start, end);
        TokenFormat.appendChecksum(token, end, new CRC32());
        String text = new String(token, US_ASCII);
        Arrays.fill(token, (byte) 0);
        return text;
    }
}
