package io.keyledger.api.token;

import java.util.zip.CRC32;

/**
 * The format of credentials.
 *
 * <p>That of a secret, and of an opaque token: {@code prefix_}, at least {@value #RANDOM_LENGTH}
 * random base62 digits, and {@value #CHECKSUM_LENGTH} base62 digits of the CRC-32 of all that
 * precedes them. A mistyped or made-up secret is told apart without asking anybody.
 *
 * <p>An access token may also be a JSON Web Token of at most 2,048 characters, which has no
 * checksum.
 */
public final class TokenFormat {

    /** Random digits in a newly minted secret: 190 bits. */
    public static final int RANDOM_LENGTH = 32;

    /** Digits of the checksum; 62⁶ exceeds 2³². */
    public static final int CHECKSUM_LENGTH = 6;

    /** The longest credential that is looked at; longer ones are refused before any hashing. */
    public static final int MAX_LENGTH = JwtShape.MAX_LENGTH;

    private static final int LONGEST_SECRET = 255;

    private static final int SHORTEST_PREFIX = 1;
    private static final int SHORTEST_BODY = 30 + CHECKSUM_LENGTH;

    private TokenFormat() {}

    /**
     * Whether the first {@code length} bytes of {@code token} have the format of a secret and a
     * true checksum, or that of a JSON Web Token.
     *
     * @param crc a CRC-32 to work with; its state does not matter before and is undefined after
     */
    public static boolean isWellFormed(byte[] token, int length, CRC32 crc) {
        if (JwtShape.startsIn(token, length)) {
            return JwtShape.fits(token, length);
        }
        if (length > LONGEST_SECRET || length < SHORTEST_PREFIX + 1 + SHORTEST_BODY) {
            return false;
        }
        int body = bodyStart(token, length);
        if (body <= SHORTEST_PREFIX || length - body < SHORTEST_BODY) {
            return false;
        }
        return hasTrueChecksum(token, length - CHECKSUM_LENGTH, crc);
    }

    /** Writes the checksum of the first {@code length} bytes of {@code token} behind them. */
    public static void appendChecksum(byte[] token, int length, CRC32 crc) {
        long rest = checksum(token, length, crc);
        for (int i = length + CHECKSUM_LENGTH - 1; i >= length; i--) {
            token[i] = (byte) Base62.DIGITS.charAt((int) (rest % 62));
            rest /= 62;
        }
    }

    /** Where the random digits start: behind the last underscore, with only digits following. */
    private static int bodyStart(byte[] token, int length) {
        int i = length;
        while (i > 0 && Base62.isDigit(token[i - 1])) {
            i--;
        }
        return i > 0 && token[i - 1] == '_' ? i : -1;
    }

    private static boolean hasTrueChecksum(byte[] token, int length, CRC32 crc) {
        long rest = checksum(token, length, crc);
        for (int i = length + CHECKSUM_LENGTH - 1; i >= length; i--) {
            if (token[i] != Base62.DIGITS.charAt((int) (rest % 62))) {
                return false;
            }
            rest /= 62;
        }
        return true;
    }

    private static long checksum(byte[] token, int length, CRC32 crc) {
        crc.reset();
        crc.update(token, 0, length);
        return crc.getValue();
    }
}
