package io.keyledger.server.dataplane;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;

/**
 * The URL of the request that a gateway asks about, as the request's client sees it: what a proof
 * of possession is for (RFC 9449 §4.2). Without its query.
 */
final class OriginalUrl {

    private static final AsciiString FORWARDED_PORT = AsciiString.cached("x-forwarded-port");

    private OriginalUrl() {}

    /** Null when the gateway does not tell scheme and host. */
    static @Nullable String of(HttpRequest call, OriginalRequest original) {
        HttpHeaders headers = call.headers();
        String whole = Fields.single(headers, OriginalRequest.ORIGINAL_URL);
        if (whole != null && Target.isAbsolute(whole)) {
            return whole;
        }
        String scheme = sole(headers, OriginalRequest.FORWARDED_PROTO);
        String host = Fields.single(headers, OriginalRequest.FORWARDED_HOST);
        if (host == null && OriginalRequest.isBehindPrefix(call.uri())) {
            host = Fields.single(headers, HttpHeaderNames.HOST);
        }
        return scheme == null || host == null
                ? null
                : scheme + "://" + host + port(headers, host) + original.path();
    }

    private static String port(HttpHeaders headers, String host) {
        String port = sole(headers, FORWARDED_PORT);
        return port == null || host.lastIndexOf(':') > host.lastIndexOf(']') ? "" : ":" + port;
    }

    /** Null when it is there several times, too: then one of them is another proxy's. */
    private static @Nullable String sole(HttpHeaders headers, CharSequence name) {
        return headers.getAll(name).size() == 1 ? headers.get(name) : null;
    }
}
