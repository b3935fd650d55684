package io.keyledger.api.net;

import org.jspecify.annotations.Nullable;

/** Reads one IPv6 literal (RFC 4291 §2.2) from left to right, and writes the canonical form. */
final class Ipv6Literal {

    private static final int GROUPS = 8;

    private final String text;
    private final int end;
    private int at;

    /** The groups read since the start or since the gap, as one number. */
    private long high;

    private long low;
    private int groups;

    /** What stood before the {@code ::}. */
    private long headHigh;

    private long headLow;
    private int headGroups;
    private boolean gap;

    Ipv6Literal(String text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    @Nullable IpAddress parse() {
        if (startsWithGap()) {
            openGap();
        }
        while (at < end) {
            if (!group() || !separator()) {
                return null;
            }
        }
        return gap ? joined() : whole();
    }

    /** One group of up to four hexadecimal digits, or the IPv4 address that ends the literal. */
    private boolean group() {
        int value = 0;
        int start = at;
        while (at < end && at - start < 4) {
            int digit = hexValue(text.charAt(at));
            if (digit < 0) {
                break;
            }
            value = value << 4 | digit;
            at++;
        }
        if (at < end && text.charAt(at) == '.') {
            return ipv4(start);
        }
        push(value);
        return at > start && groups + headGroups <= GROUPS;
    }

    private boolean ipv4(int start) {
        long bits = Ipv4Literal.parse(text, start, end);
        if (bits == Ipv4Literal.NONE) {
            return false;
        }
        push(bits >>> 16);
        push(bits & 0xFFFF);
        at = end;
        return groups + headGroups <= GROUPS;
    }

    /** The end, a {@code ::} that is the first, or a colon with a group behind it. */
    private boolean separator() {
        if (at == end) {
            return true;
        }
        if (startsWithGap()) {
            return openGap();
        }
        return text.charAt(at++) == ':' && at < end;
    }

    private boolean startsWithGap() {
        return at + 1 < end && text.charAt(at) == ':' && text.charAt(at + 1) == ':';
    }

    private boolean openGap() {
        boolean first = !gap;
        at += 2;
        gap = true;
        headHigh = high;
        headLow = low;
        headGroups = groups;
        high = 0;
        low = 0;
        groups = 0;
        return first;
    }

    private void push(long group) {
        high = high << 16 | low >>> 48;
        low = low << 16 | group;
        groups++;
    }

    private @Nullable IpAddress whole() {
        return groups == GROUPS ? new IpAddress(high, low) : null;
    }

    /** Head and tail with the zeros of the gap between them: one group at least. */
    private @Nullable IpAddress joined() {
        int shift = (GROUPS - headGroups) * 16;
        if (headGroups + groups >= GROUPS) {
            return null;
        }
        if (headGroups == 0) {
            return new IpAddress(high, low);
        }
        long shiftedHigh =
                shift >= Long.SIZE
                        ? headLow << (shift - Long.SIZE)
                        : headHigh << shift | headLow >>> (Long.SIZE - shift);
        long shiftedLow = shift >= Long.SIZE ? 0 : headLow << shift;
        return new IpAddress(shiftedHigh | high, shiftedLow | low);
    }

    /** Letters and digits of ASCII only: {@link Character#digit} knows other scripts too. */
    private static int hexValue(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    /**
     * RFC 5952: lower case, no leading zeros, the first of the longest runs of zero groups as ::.
     */
    static String format(long high, long low) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (int) ((i < 4 ? high : low) >>> (48 - i % 4 * 16)) & 0xFFFF;
        }
        int gapStart = -1;
        int gapLength = 1;
        for (int i = 0; i < GROUPS; i++) {
            int run = zeros(groups, i);
            if (run > gapLength) {
                gapStart = i;
                gapLength = run;
            }
        }
        if (gapStart < 0) {
            return join(groups, 0, GROUPS);
        }
        return join(groups, 0, gapStart) + "::" + join(groups, gapStart + gapLength, GROUPS);
    }

    private static int zeros(int[] groups, int start) {
        int i = start;
        while (i < GROUPS && groups[i] == 0) {
            i++;
        }
        return i - start;
    }

    private static String join(int[] groups, int start, int end) {
        StringBuilder text = new StringBuilder();
        for (int i = start; i < end; i++) {
            text.append(i == start ? "" : ":").append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
