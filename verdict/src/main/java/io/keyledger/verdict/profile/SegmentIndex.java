package io.keyledger.verdict.profile;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What up to 64 patterns want of one segment of a path. Sets of patterns are bits of a {@code
 * long}; literals are found by a hash of the segment in place, with encoded characters taken for
 * what they stand for (RFC 3986 §6.2.2.2).
 */
final class SegmentIndex {

    private final @Nullable String[] literals;
    private final long[] patterns;
    private final long anything;
    private final long anythingButEmpty;

    /**
     * @param literals the patterns that want this very text
     * @param parameters the patterns that want some text
     * @param rest the patterns that take whatever follows
     */
    SegmentIndex(Map<String, Long> literals, long parameters, long rest) {
        int capacity = Integer.highestOneBit(Math.max(1, literals.size() * 2)) * 2;
        this.literals = new String[capacity];
        this.patterns = new long[capacity];
        this.anything = rest;
        this.anythingButEmpty = rest | parameters;
        literals.forEach(this::put);
    }

    private void put(String literal, long wanting) {
        int slot = slot(literal.hashCode());
        while (literals[slot] != null) {
            slot = slot(slot + 1);
        }
        literals[slot] = literal;
        patterns[slot] = wanting;
    }

    /** The patterns that accept the segment from {@code start} to {@code end}. */
    long matching(String path, int start, int end) {
        long accepting = start == end ? anything : anythingButEmpty;
        int hash = 0;
        for (int at = start; at < end; at++) {
            char c = path.charAt(at);
            if (c == '%') {
                return accepting | matchingEncoded(path, start, end);
            }
            hash = 31 * hash + c;
        }
        for (int slot = slot(hash); ; slot = slot(slot + 1)) {
            String literal = literals[slot];
            if (literal == null) {
                return accepting;
            }
            if (literal.length() == end - start
                    && literal.regionMatches(0, path, start, end - start)) {
                return accepting | patterns[slot];
            }
        }
    }

    /** Seldom: somebody encoded what need not be. */
    private long matchingEncoded(String path, int start, int end) {
        for (int slot = 0; slot < literals.length; slot++) {
            String literal = literals[slot];
            if (literal != null && isEncoded(literal, path, start, end)) {
                return patterns[slot];
            }
        }
        return 0;
    }

    private static boolean isEncoded(String literal, String path, int start, int end) {
        int at = start;
        for (int i = 0; i < literal.length(); i++) {
            if (at >= end) {
                return false;
            }
            boolean encoded = path.charAt(at) == '%';
            int c = encoded ? PercentEncoding.octet(path, at) : path.charAt(at);
            if (c != literal.charAt(i)) {
                return false;
            }
            at += encoded ? 3 : 1;
        }
        return at == end;
    }

    private int slot(int hash) {
        return hash & (literals.length - 1);
    }
}
