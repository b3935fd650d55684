package io.keyledger.api.net;

/**
 * The dotted decimal form of IPv4 addresses: four numbers without leading zeros (RFC 6943 §3.1.1).
 */
final class Ipv4Literal {

    /** What {@link #parse} returns for anything else. */
    static final long NONE = -1;

    private Ipv4Literal() {}

    static long parse(String text, int start, int end) {
        long bits = 0;
        int at = start;
        for (int octet = 0; octet < 4; octet++) {
            if (octet > 0 && (at >= end || text.charAt(at++) != '.')) {
                return NONE;
            }
            int digits = digits(text, at, end);
            int value = octet(text, at, digits);
            if (value < 0) {
                return NONE;
            }
            bits = bits << 8 | value;
            at += digits;
        }
        return at == end ? bits : NONE;
    }

    static String format(long bits) {
        return (bits >> 24 & 0xFF)
                + "."
                + (bits >> 16 & 0xFF)
                + "."
                + (bits >> 8 & 0xFF)
                + "."
                + (bits & 0xFF);
    }

    private static int digits(String text, int start, int end) {
        int at = start;
        while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - start;
    }

    /**
     * The value of an octet, or -1: a leading zero means octal to some readers and nothing to us.
     */
    private static int octet(String text, int start, int digits) {
        if (digits == 0 || digits > 3 || (digits > 1 && text.charAt(start) == '0')) {
            return -1;
        }
        int value = 0;
        for (int i = start; i < start + digits; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value <= 0xFF ? value : -1;
    }
}
