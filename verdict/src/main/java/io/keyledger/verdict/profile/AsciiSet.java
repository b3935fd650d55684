package io.keyledger.verdict.profile;

/**
 * A set of ASCII characters as 128 bits.
 *
 * @param low the characters below {@code @}
 * @param high the others
 */
record AsciiSet(long low, long high) {

    static AsciiSet alphanumeric() {
        return of('0', '9').with(of('A', 'Z')).with(of('a', 'z'));
    }

    static AsciiSet of(int first, int last) {
        AsciiSet set = new AsciiSet(0, 0);
        for (int c = first; c <= last; c++) {
            set = set.with(String.valueOf((char) c));
        }
        return set;
    }

    AsciiSet with(String characters) {
        long newLow = low;
        long newHigh = high;
        for (int i = 0; i < characters.length(); i++) {
            int c = characters.charAt(i);
            newLow |= c < Long.SIZE ? 1L << c : 0;
            newHigh |= c < Long.SIZE ? 0 : 1L << (c - Long.SIZE);
        }
        return new AsciiSet(newLow, newHigh);
    }

    AsciiSet with(AsciiSet other) {
        return new AsciiSet(low | other.low, high | other.high);
    }

    /** Whether {@code c} is in the set; what is not ASCII never is. */
    boolean has(int c) {
        return c < Long.SIZE ? (low >>> c & 1) != 0 : c < 2 * Long.SIZE && (high >>> c & 1) != 0;
    }
}
