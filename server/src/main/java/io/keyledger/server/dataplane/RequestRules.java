package io.keyledger.server.dataplane;

import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessageDecoderResult;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every request must keep to before anybody looks at what it asks. */
final class RequestRules {

    private static final String CHUNKED = "chunked";
    private static final String CONTINUE = "100-continue";

    private RequestRules() {}

    /**
     * Refuses what is not HTTP, is too large, or is framed in a way that others might read
     * otherwise.
     */
    static void requireAcceptable(HttpRequest request) {
        if (!request.decoderResult().isSuccess()) {
            throw new RequestRefused(meaningOf(request.decoderResult().cause()));
        }
        requireKnownVersion(request.protocolVersion());
        requireNoLargeField(request);
        requireKnownCoding(request.headers());
    }

    static void requireWellFormed(HttpContent piece) {
        if (!piece.decoderResult().isSuccess()) {
            throw new RequestRefused(meaningOf(piece.decoderResult().cause()));
        }
    }

    /** Refuses a body that says beforehand that it is too large. */
    static void requireBodyWithin(int limit, HttpHeaders headers) {
        String length = headers.get(HttpHeaderNames.CONTENT_LENGTH);
        // The decoder has checked that it is a number.
        if (length != null && (length.length() > 9 || Integer.parseInt(length) > limit)) {
            throw new RequestRefused(ErrorCode.BODY_TOO_LARGE);
        }
    }

    /**
     * Whether the peer waits for a go-ahead; any other expectation is refused (RFC 9110 §10.1.1).
     */
    static boolean expectsContinue(HttpRequest request) {
        String expectation = request.headers().get(HttpHeaderNames.EXPECT);
        if (expectation == null || !HttpVersion.HTTP_1_1.equals(request.protocolVersion())) {
            return false;
        }
        if (!expectation.equalsIgnoreCase(CONTINUE)) {
            throw new RequestRefused(ErrorCode.EXPECTATION_FAILED);
        }
        return true;
    }

    private static ErrorCode meaningOf(@Nullable Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException _ -> ErrorCode.URI_TOO_LONG;
            case TooLongHttpHeaderException _ -> ErrorCode.HEADERS_TOO_LARGE;
            case null, default -> ErrorCode.REQUEST_MALFORMED;
        };
    }

    private static void requireKnownVersion(HttpVersion version) {
        if (!HttpVersion.HTTP_1_1.equals(version) && !HttpVersion.HTTP_1_0.equals(version)) {
            throw new RequestRefused(ErrorCode.REQUEST_MALFORMED);
        }
    }

    private static void requireNoLargeField(HttpRequest request) {
        if (!(request.decoderResult() instanceof HttpMessageDecoderResult sizes)
                || sizes.headerSize() <= Limits.ONE_HEADER) {
            return;
        }
        Iterator<Map.Entry<CharSequence, CharSequence>> fields =
                request.headers().iteratorCharSequence();
        while (fields.hasNext()) {
            Map.Entry<CharSequence, CharSequence> field = fields.next();
            if (field.getKey().length() + field.getValue().length() > Limits.ONE_HEADER) {
                throw new RequestRefused(ErrorCode.HEADERS_TOO_LARGE);
            }
        }
    }

    /** The decoder insists on chunked as the last coding; here it is the only one. */
    private static void requireKnownCoding(HttpHeaders headers) {
        String coding = headers.get(HttpHeaderNames.TRANSFER_ENCODING);
        if (coding != null && !coding.equalsIgnoreCase(CHUNKED)) {
            throw new RequestRefused(ErrorCode.CODING_UNSUPPORTED);
        }
    }
}
