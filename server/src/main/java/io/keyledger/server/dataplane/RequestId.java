package io.keyledger.server.dataplane;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;

/** The caller's own name for a request, sent back so that both ends can find it in their logs. */
final class RequestId {

    private static final AsciiString NAME = AsciiString.cached("x-request-id");
    private static final int LONGEST = 128;

    private RequestId() {}

    /**
     * The id; null when there is none or when it holds more than letters, digits and {@code -_.}.
     */
    static @Nullable String of(HttpHeaders headers) {
        String id = headers.get(NAME);
        return id != null && isPlain(id) ? id : null;
    }

    private static boolean isPlain(String id) {
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean alphanumeric =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!alphanumeric && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return !id.isEmpty() && id.length() <= LONGEST;
    }
}
