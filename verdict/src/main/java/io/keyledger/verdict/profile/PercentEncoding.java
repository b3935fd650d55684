package io.keyledger.verdict.profile;

/** Percent-encoded characters (RFC 3986 §2.1), read in place. */
final class PercentEncoding {

    private static final AsciiSet NO_DATA = AsciiSet.of(0, 0x1F).with("\u007F").with("/\\.;%");

    /** The smallest character that needs so many octets; a smaller one is encoded overlong. */
    private static final int[] SMALLEST = {0, 0x80, 0x800, 0x1_0000};

    private PercentEncoding() {}

    /**
     * The end of the one encoded character that starts at {@code at}, or {@link RequestPath#ODD}
     * when it is malformed, overlong, a control character or one that changes what a path means.
     */
    static int end(String text, int at) {
        int first = octet(text, at);
        if (first < 0x80) {
            return first < 0 || NO_DATA.has(first) ? RequestPath.ODD : at + 3;
        }
        int more = continuations(first);
        int codePoint = first & (0x3F >> more);
        for (int i = 1; i <= more; i++) {
            int next = octet(text, at + 3 * i);
            if (next >> 6 != 0b10) {
                return RequestPath.ODD;
            }
            codePoint = codePoint << 6 | (next & 0x3F);
        }
        return more > 0 && isData(codePoint, more) ? at + 3 * (more + 1) : RequestPath.ODD;
    }

    /** The octet that is encoded at {@code at}, or -1. */
    static int octet(String text, int at) {
        if (at + 2 >= text.length() || text.charAt(at) != '%') {
            return -1;
        }
        return hexValue(text.charAt(at + 1)) << 4 | hexValue(text.charAt(at + 2));
    }

    private static int continuations(int first) {
        if (first >= 0xF8) {
            return 0;
        }
        return first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
    }

    private static boolean isData(int codePoint, int more) {
        return codePoint >= SMALLEST[more]
                && Character.isValidCodePoint(codePoint)
                && !Character.isISOControl(codePoint)
                && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    }

    /** Negative for what is no digit, also when shifted and joined with one. */
    private static int hexValue(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
