package io.keyledger.command.minting;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks a secret as somebody would who has only read of the format: a prefix, an underscore, 30 or
 * more base62 digits, and the CRC-32 of all that as six base62 digits. Shares no code with the
 * mint.
 */
final class OfflineChecker {

    private static final Pattern FORMAT =
            Pattern.compile("([0-9A-Za-z_]+_[0-9A-Za-z]{30,})([0-9A-Za-z]{6})");

    /** CRC-32 of IEEE 802.3, reflected, a byte at a time. */
    private static final int[] TABLE = table();

    private OfflineChecker() {}

    static boolean accepts(String secret) {
        Matcher parts = FORMAT.matcher(secret);
        return parts.matches() && crc32(parts.group(1)) == number(parts.group(2));
    }

    static long crc32(String ascii) {
        int crc = -1;
        for (int i = 0; i < ascii.length(); i++) {
            crc = TABLE[(crc ^ ascii.charAt(i)) & 0xFF] ^ (crc >>> 8);
        }
        return ~crc & 0xFFFFFFFFL;
    }

    private static long number(String base62) {
        long number = 0;
        for (int i = 0; i < base62.length(); i++) {
            number = number * 62 + digit(base62.charAt(i));
        }
        return number;
    }

    private static int digit(char c) {
        if (c <= '9') {
            return c - '0';
        }
        return c <= 'Z' ? c - 'A' + 10 : c - 'a' + 36;
    }

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int crc = i;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ 0xEDB88320;
            }
            table[i] = crc;
        }
        return table;
    }
}
