package io.keyledger.resourceserver.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Reads {@code Authorization}, the only way to present a credential: as Bearer (RFC 6750 §2.1), or
 * under the scheme DPoP (RFC 9449 §7.1).
 */
final class AuthorizationField {

    private AuthorizationField() {}

    /** The values of the field, as many as were sent: more than one is one too many. */
    static List<String> values(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
    }

    /**
     * The credential in a value; null when it has none: another scheme, or not exactly one space
     * between the scheme and a value without spaces.
     *
     * @param scheme with its space
     */
    static @Nullable String credential(String value, String scheme) {
        if (!value.regionMatches(true, 0, scheme, 0, scheme.length())
                || value.length() == scheme.length()) {
            return null;
        }
        for (int i = scheme.length(); i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c == ',' || c >= 0x7F) {
                return null;
            }
        }
        return value.substring(scheme.length());
    }
}
