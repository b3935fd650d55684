package io.keyledger.server.dataplane;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;

/** What a request's body may be. */
final class MediaTypes {

    private static final String JSON = "application/json";
    private static final String UTF_8 = "charset=utf-8";

    private MediaTypes() {}

    /** Refuses what is not JSON in UTF-8, or is compressed. */
    static void requireJson(HttpHeaders headers) {
        String type = headers.get(HttpHeaderNames.CONTENT_TYPE);
        if (type == null || !isJson(type) || headers.contains(HttpHeaderNames.CONTENT_ENCODING)) {
            throw new RequestRefused(ErrorCode.MEDIA_TYPE_UNSUPPORTED);
        }
    }

    private static boolean isJson(String type) {
        if (type.equals(JSON)) {
            return true;
        }
        int semicolon = type.indexOf(';');
        String essence = semicolon < 0 ? type : type.substring(0, semicolon);
        String parameter = semicolon < 0 ? UTF_8 : type.substring(semicolon + 1);
        return essence.strip().equalsIgnoreCase(JSON)
                && parameter.strip().replace("\"", "").equalsIgnoreCase(UTF_8);
    }
}
