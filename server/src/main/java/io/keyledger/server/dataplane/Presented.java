package io.keyledger.server.dataplane;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * How a client presents a credential: as Bearer (RFC 6750 §2.1), or under the scheme DPoP, and then
 * with a proof (RFC 9449 §7.1).
 */
record Presented(String credential, boolean underDPoP) {

    private static final String DPOP = "DPoP ";
    private static final AsciiString PROOF = AsciiString.cached("dpop");

    /**
     * Null when nothing is presented.
     *
     * @throws RequestRefused when there are several such headers (RFC 6750 §3.1)
     */
    static @Nullable Presented in(HttpHeaders headers) {
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

    private static @Nullable Presented ofField(String value) {
        String bearer = Bearer.ofField(value);
        if (bearer != null) {
            return new Presented(bearer, false);
        }
        String bound = Bearer.ofField(value, DPOP);
        return bound == null ? null : new Presented(bound, true);
    }

    /** The proof that came along; empty when there is none, or not exactly one. */
    static String proof(HttpHeaders headers) {
        Iterator<? extends CharSequence> values = headers.valueCharSequenceIterator(PROOF);
        String proof = values.hasNext() ? values.next().toString() : "";
        return values.hasNext() ? "" : proof;
    }

    /** Without the credential. */
    @Override
    public String toString() {
        return "Presented[" + (underDPoP ? "DPoP" : "Bearer") + "]";
    }
}
