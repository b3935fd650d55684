package io.keyledger.command.minting;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.keyledger.api.token.Base62;
import java.security.SecureRandom;

/** Base62 digits, each as likely as any other. */
final class Base62Digits {

    private static final int BASE = Base62.DIGITS.length();

    private Base62Digits() {}

    /** As many random digits. */
    static String random(int count, SecureRandom random) {
        byte[] digits = new byte[count];
        fill(digits, 0, count, random);
        return new String(digits, US_ASCII);
    }

    /** Fills {@code target} from {@code start} to {@code end}, exclusive, with random digits. */
    static void fill(byte[] target, int start, int end, SecureRandom random) {
        for (int i = start; i < end; i++) {
            // A bounded nextInt draws again where a mere remainder would favour the first digits.
            target[i] = (byte) Base62.DIGITS.charAt(random.nextInt(BASE));
        }
    }

    /**
     * Fills {@code target} from {@code start} to {@code end}, exclusive, with the last digits of a
     * number, which is used up.
     *
     * <p>A uniform number of 256 bits has 64 bits more than 32 digits need: what a remainder then
     * favours is too little to be noticed (NIST SP 800-90A Rev. 1, A.5.3).
     */
    static void fill(byte[] target, int start, int end, byte[] number) {
        for (int i = start; i < end; i++) {
            target[i] = (byte) Base62.DIGITS.charAt(divide(number));
        }
    }

    /** Divides the number by 62, where it stands, and returns the remainder. */
    private static int divide(byte[] number) {
        int remainder = 0;
        for (int i = 0; i < number.length; i++) {
            int dividend = (remainder << Byte.SIZE) | (number[i] & 0xFF);
            number[i] = (byte) (dividend / BASE);
            remainder = dividend % BASE;
        }
        return remainder;
    }
}
