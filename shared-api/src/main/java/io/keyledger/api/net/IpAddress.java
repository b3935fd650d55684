package io.keyledger.api.net;

import org.jspecify.annotations.Nullable;

/**
 * An IP address as 128 bits. An IPv4 address is its IPv4-mapped IPv6 address (RFC 4291 §2.5.5.2),
 * so the two ways to write one client are equal.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record IpAddress(long high, long low) {

    private static final long IPV4_MARK = 0xFFFFL;

    /**
     * Reads an address literal. Names, zones, ports, brackets and the short, octal and hexadecimal
     * spellings of IPv4 are not literals.
     *
     * @return null when {@code text} is not a literal
     */
    public static @Nullable IpAddress parse(String text) {
        return parse(text, 0, text.length());
    }

    static @Nullable IpAddress parse(String text, int start, int end) {
        if (text.indexOf(':', start, end) >= 0) {
            return new Ipv6Literal(text, start, end).parse();
        }
        long bits = Ipv4Literal.parse(text, start, end);
        return bits == Ipv4Literal.NONE ? null : ofIpv4(bits);
    }

    static IpAddress ofIpv4(long bits) {
        return new IpAddress(0, IPV4_MARK << 32 | bits);
    }

    /** Whether this is an IPv4 address, however it was written. */
    public boolean isIpv4() {
        return high == 0 && low >>> 32 == IPV4_MARK;
    }

    /** The address with all but its first {@code bits} of 128 set to zero. */
    public IpAddress prefix(int bits) {
        return new IpAddress(high & mask(bits), low & mask(bits - Long.SIZE));
    }

    /** A word whose first {@code bits} are set: all of them from 64 on, none up to 0. */
    private static long mask(int bits) {
        if (bits <= 0) {
            return 0;
        }
        return bits >= Long.SIZE ? -1L : -1L << (Long.SIZE - bits);
    }

    /** The canonical text: dotted decimal, or RFC 5952. */
    @Override
    public String toString() {
        return isIpv4() ? Ipv4Literal.format(low) : Ipv6Literal.format(high, low);
    }
}
