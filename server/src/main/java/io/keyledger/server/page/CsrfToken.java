package io.keyledger.server.page;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a form carries to show that it comes from a page of the same session: derived from the
 * secret in the session's cookie, which no other site can read or set. There is one before anybody
 * is signed in, too: the sign-in form needs it as much as others.
 */
final class CsrfToken {

    static final String FIELD = "csrf";

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "keyledger form".getBytes(US_ASCII);

    private CsrfToken() {}

    static String of(String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(PURPOSE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean isOf(String secret, String presented) {
        return MessageDigest.isEqual(of(secret).getBytes(UTF_8), presented.getBytes(UTF_8));
    }
}
