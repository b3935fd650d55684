package io.keyledger.api.token;

/**
 * What an access token looks like that is a JSON Web Token in its compact form (RFC 7515 §7.1):
 * three base64url parts, of which the first starts with {@code eyJ}, as the encoding of a JSON
 * object does. Whether it is one, and whose, is never asked: it is known by its digest, or it is
 * unknown.
 */
final class JwtShape {

    /** The longest one that is looked at. */
    static final int MAX_LENGTH = 2048;

    private static final int DOTS = 2;

    private JwtShape() {}

    static boolean startsIn(byte[] token, int length) {
        return length > 3 && token[0] == 'e' && token[1] == 'y' && token[2] == 'J';
    }

    /** Whether the first {@code length} bytes have this shape, given how they start. */
    static boolean fits(byte[] token, int length) {
        int dots = 0;
        for (int i = 0; i < length; i++) {
            if (token[i] == '.') {
                dots++;
                if (token[i - 1] == '.' || i == length - 1) {
                    return false;
                }
            } else if (!isDigit(token[i])) {
                return false;
            }
        }
        return dots == DOTS && length <= MAX_LENGTH;
    }

    private static boolean isDigit(byte c) {
        return Base62.isDigit(c) || c == '-' || c == '_';
    }
}
