package io.keyledger.server.dataplane;

import io.keyledger.verdict.access.AddressBlocks;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.AsciiString;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The request that a gateway asks about, as the gateway tells it. Gateways tell it in different
 * headers, and pass on what their clients send in the others: so everything that is told must
 * agree.
 *
 * @param path without query
 * @param host in lower case, without port; null when not told
 * @param address the client's, as the gateway saw it; null when not told
 * @param overPlainHttp whether the gateway says that the request came over plain HTTP, and from
 *     another machine
 */
record OriginalRequest(
        String method,
        String path,
        @Nullable String host,
        @Nullable String address,
        boolean overPlainHttp) {

    private static final String HTTPS = "https";
    private static final AddressBlocks LOOPBACK =
            AddressBlocks.of(List.of("127.0.0.0/8", "::1/128"));
    private static final AsciiString FORWARDED_METHOD = AsciiString.cached("x-forwarded-method");
    private static final AsciiString FORWARDED_URI = AsciiString.cached("x-forwarded-uri");
    static final AsciiString FORWARDED_HOST = AsciiString.cached("x-forwarded-host");
    private static final AsciiString FORWARDED_FOR = AsciiString.cached("x-forwarded-for");
    static final AsciiString FORWARDED_PROTO = AsciiString.cached("x-forwarded-proto");
    private static final AsciiString ORIGINAL_METHOD = AsciiString.cached("x-original-method");
    private static final AsciiString ORIGINAL_URI = AsciiString.cached("x-original-uri");
    static final AsciiString ORIGINAL_URL = AsciiString.cached("x-original-url");

    /**
     * @throws RequestRefused when the original request is not told, or not told unambiguously
     */
    static OriginalRequest of(HttpRequest call) {
        HttpHeaders headers = call.headers();
        String behindPrefix = behindPrefix(call.uri());
        String url = Fields.single(headers, ORIGINAL_URL);
        String path =
                agreed(
                        behindPrefix,
                        agreed(
                                pathOf(Fields.single(headers, FORWARDED_URI)),
                                agreed(pathOf(Fields.single(headers, ORIGINAL_URI)), pathOf(url))));
        String method =
                agreed(
                        behindPrefix == null ? null : call.method().name(),
                        agreed(
                                Fields.single(headers, FORWARDED_METHOD),
                                Fields.single(headers, ORIGINAL_METHOD)));
        if (path == null || method == null || !path.startsWith("/")) {
            throw new RequestRefused(ErrorCode.ORIGINAL_REQUEST_UNKNOWN);
        }
        String address = address(headers);
        return new OriginalRequest(
                method,
                path,
                host(headers, url, behindPrefix != null),
                address,
                isOverPlainHttp(headers, address));
    }

    /** Nobody listens in on a request that has not left the machine. */
    private static boolean isOverPlainHttp(HttpHeaders headers, @Nullable String address) {
        Iterator<? extends CharSequence> schemes =
                headers.valueCharSequenceIterator(FORWARDED_PROTO);
        boolean plain = false;
        while (schemes.hasNext()) {
            plain |= !AsciiString.contentEqualsIgnoreCase(schemes.next(), HTTPS);
        }
        return plain && (address == null || !LOOPBACK.admit(address));
    }

    /** What Envoy puts behind the path that it is told to call; null when the path ends there. */
    private static @Nullable String behindPrefix(String uri) {
        String path = Target.path(uri);
        return path.length() > Endpoints.FORWARD_AUTH.length()
                ? path.substring(Endpoints.FORWARD_AUTH.length())
                : null;
    }

    /** Whether the call's own path and host are those of the request that it is about. */
    static boolean isBehindPrefix(String uri) {
        return behindPrefix(uri) != null;
    }

    private static @Nullable String pathOf(@Nullable String target) {
        return target == null ? null : Target.path(target);
    }

    private static @Nullable String host(HttpHeaders headers, @Nullable String url, boolean own) {
        String told = Fields.single(headers, FORWARDED_HOST);
        String ofUrl = url == null ? null : Target.authority(url);
        String ofCall = own ? Fields.single(headers, HttpHeaderNames.HOST) : null;
        return agreed(name(told), agreed(name(ofUrl), name(ofCall)));
    }

    /** A host's name in lower case, without its port. */
    private static @Nullable String name(@Nullable String host) {
        if (host == null) {
            return null;
        }
        int colon = host.lastIndexOf(':');
        boolean hasPort = colon > host.lastIndexOf(']');
        return (hasPort ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
    }

    /**
     * The last address of the last field: the one that the gateway itself has written. What stands
     * before it is the client's word.
     */
    private static @Nullable String address(HttpHeaders headers) {
        if (!headers.contains(FORWARDED_FOR)) {
            return null;
        }
        List<String> fields = headers.getAll(FORWARDED_FOR);
        String last = fields.get(fields.size() - 1);
        return last.substring(last.lastIndexOf(',') + 1).strip();
    }

    private static @Nullable String agreed(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        if (!one.equals(other)) {
            throw new RequestRefused(ErrorCode.ORIGINAL_REQUEST_AMBIGUOUS);
        }
        return one;
    }
}
