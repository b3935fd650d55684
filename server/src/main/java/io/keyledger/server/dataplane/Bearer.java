package io.keyledger.server.dataplane;

import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Reads {@code Authorization: Bearer} (RFC 6750 §2.1), the only way to present a key. */
final class Bearer {

    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    /**
     * The credential; null when there is none: no such header, another scheme, or not exactly one
     * space between the scheme and a value without spaces.
     *
     * @throws RequestRefused when there are several such headers (RFC 6750 §3.1)
     */
    static @Nullable String credential(HttpHeaders headers) {
        Presented presented = Presented.in(headers);
        return presented == null || presented.underDPoP() ? null : presented.credential();
    }

    /** The credential in the value of one header field; null when it has none. */
    static @Nullable String ofField(String value) {
        return ofField(value, SCHEME);
    }

    /** The same under another scheme, with its space. */
    static @Nullable String ofField(String value, String scheme) {
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
