package io.keyledger.api.token;

/** The digits of tokens and identifiers: {@code 0-9A-Za-z}, in this order of value. */
public final class Base62 {

    public static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private Base62() {}

    /** Whether {@code c} is one of the 62 digits. */
    public static boolean isDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
