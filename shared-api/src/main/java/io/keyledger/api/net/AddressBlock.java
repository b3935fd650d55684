package io.keyledger.api.net;

import org.jspecify.annotations.Nullable;

/**
 * A block of IP addresses in CIDR notation (RFC 4632 §3.1, RFC 4291 §2.3). A block has one
 * spelling: what could be written in another way is refused, and the message says how to write it.
 *
 * @param first the lowest address of the block
 * @param length of the prefix that its addresses share: at most 32 for IPv4 and 128 for IPv6
 */
public record AddressBlock(IpAddress first, int length) {

    private static final int IPV4_OFFSET = 96;
    private static final String EXPECTED =
            "expected an address block such as 203.0.113.0/24 or 2001:db8::/32";

    public AddressBlock {
        if (length < 0 || length > width(first)) {
            throw new IllegalArgumentException(EXPECTED);
        }
        if (!first.equals(first.prefix(bits(first, length)))) {
            throw new IllegalArgumentException("the block does not start at " + first);
        }
    }

    /**
     * Reads a block.
     *
     * @throws IllegalArgumentException when {@code cidr} is not a block, or not in its one
     *     spelling; the message tells what to write and repeats nothing that was not understood
     */
    public static AddressBlock parse(String cidr) {
        int slash = cidr.indexOf('/');
        IpAddress address = IpAddress.parse(cidr, 0, slash < 0 ? cidr.length() : slash);
        if (address == null) {
            throw new IllegalArgumentException(EXPECTED);
        }
        if (slash < 0) {
            throw notSpelled("a single address is a block too", address, width(address));
        }
        boolean mapped = address.isIpv4() && cidr.indexOf(':') >= 0;
        int length = length(cidr, slash + 1) - (mapped ? IPV4_OFFSET : 0);
        if (length < 0 || length > width(address)) {
            throw new IllegalArgumentException(EXPECTED);
        }
        IpAddress first = address.prefix(bits(address, length));
        if (mapped) {
            throw notSpelled("the block is one of IPv4", first, length);
        }
        if (!first.equals(address)) {
            throw notSpelled("the address has bits beyond the prefix", first, length);
        }
        return new AddressBlock(first, length);
    }

    /** Whether the block holds {@code address}; blocks of IPv6 hold no IPv4 address. */
    public boolean contains(@Nullable IpAddress address) {
        return address != null
                && address.isIpv4() == first.isIpv4()
                && address.prefix(bits(first, length)).equals(first);
    }

    /** The one spelling. */
    @Override
    public String toString() {
        return first + "/" + length;
    }

    private static int width(IpAddress address) {
        return address.isIpv4() ? 32 : 128;
    }

    private static int bits(IpAddress address, int length) {
        return address.isIpv4() ? IPV4_OFFSET + length : length;
    }

    /** Up to three digits without leading zeros; -1 for anything else. */
    private static int length(String cidr, int start) {
        int digits = cidr.length() - start;
        if (digits < 1 || digits > 3 || (digits > 1 && cidr.charAt(start) == '0')) {
            return -1;
        }
        int length = 0;
        for (int i = start; i < cidr.length(); i++) {
            int digit = cidr.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            length = length * 10 + digit;
        }
        return length;
    }

    private static IllegalArgumentException notSpelled(String why, IpAddress address, int length) {
        return new IllegalArgumentException(why + ": write " + address + "/" + length);
    }
}
