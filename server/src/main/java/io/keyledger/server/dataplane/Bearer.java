package io.keyledger.server.dataplane;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Reads {@code Authorization: Bearer} (RFC 6750 §2.1), the only way to present a credential. */
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
        Iterator<? extends CharSequence> values =
                headers.valueCharSequenceIterator(HttpHeaderNames.AUTHORIZATION);
        if (!values.hasNext()) {
            return null;
        }
        String value = values.next().toString();
        if (values.hasNext()) {
            throw new RequestRefused(ErrorCode.REQUEST_MALFORMED);
        }
        return ofField(value);
    }

    /** The credential in the value of one header field; null when it has none. */
    static @Nullable String ofField(String value) {
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
