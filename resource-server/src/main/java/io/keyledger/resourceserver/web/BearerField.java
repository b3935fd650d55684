package io.keyledger.resourceserver.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Reads {@code Authorization: Bearer} (RFC 6750 §2.1), the only way to present a credential. */
final class BearerField {

    private static final String SCHEME = "Bearer ";

    private BearerField() {}

    /** The values of the field, as many as were sent: more than one is one too many. */
    static List<String> values(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
    }

    /**
     * The credential in a value; null when it has none: another scheme, or not exactly one space
     * between the scheme and a value without spaces.
     */
    static @Nullable String credential(String value) {
        if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                || value.length() == SCHEME.length()) {
            return null;
        }
        for (int i = SCHEME.length(); i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c == ',' || c >= 0x7F) {
                return null;
            }
        }
        return value.substring(SCHEME.length());
    }
}
