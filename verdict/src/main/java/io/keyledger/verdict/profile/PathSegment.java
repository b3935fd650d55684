package io.keyledger.verdict.profile;

/**
 * Reads one segment of a plain path (see {@link RequestPath}) in place: percent-encoded octets
 * stand for UTF-8 (RFC 3986 §2.5), and what need not be encoded may be (§6.2.2.2).
 */
final class PathSegment {

    private PathSegment() {}

    /** Whether the segment from {@code start} to {@code end} says exactly {@code text}. */
    static boolean says(String text, String path, int start, int end) {
        int at = start;
        for (int i = 0; i < text.length() && at >= 0; ) {
            int codePoint = text.codePointAt(i);
            at = after(codePoint, path, at, end);
            i += Character.charCount(codePoint);
        }
        return at == end;
    }

    /** Behind the character, when it stands at {@code at}; else -1. */
    private static int after(int codePoint, String path, int at, int end) {
        if (at < end && path.charAt(at) != '%') {
            return path.charAt(at) == codePoint ? at + 1 : -1;
        }
        int octets = octets(codePoint);
        for (int i = 0; i < octets; i++) {
            int encoded = at + 3 * i;
            if (encoded + 3 > end || PercentEncoding.octet(path, encoded) != octet(codePoint, i)) {
                return -1;
            }
        }
        return at + 3 * octets;
    }

    private static int octets(int codePoint) {
        return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }

    /** One octet of a character's UTF-8 (RFC 3629 §3). */
    private static int octet(int codePoint, int index) {
        int octets = octets(codePoint);
        int bits = codePoint >> (6 * (octets - 1 - index));
        if (index > 0) {
            return 0x80 | (bits & 0x3F);
        }
        return octets == 1 ? codePoint : ((0xF00 >> octets) & 0xFF) | bits;
    }
}
