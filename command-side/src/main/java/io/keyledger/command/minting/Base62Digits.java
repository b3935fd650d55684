package io.keyledger.command.minting;

import io.keyledger.api.token.Base62;
import java.security.SecureRandom;

/** Random base62 digits, each as likely as any other. */
final class Base62Digits {

    private Base62Digits() {}

    /** Fills {@code target} from {@code start} to {@code end}, exclusive, with random digits. */
    static void fill(byte[] target, int start, int end, SecureRandom random) {
        for (int i = start; i < end; i++) {
            // A bounded nextInt draws again where a mere remainder would favour the first digits.
            target[i] = (byte) Base62.DIGITS.charAt(random.nextInt(Base62.DIGITS.length()));
        }
    }
}
