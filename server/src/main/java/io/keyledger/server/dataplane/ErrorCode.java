package io.keyledger.server.dataplane;

/**
 * What can be wrong with a call of the data plane itself, beside its caller's credential. The names
 * are part of the API: they are the {@code code} of a problem (RFC 9457). A refused credential in a
 * question is not among them: that is a verdict.
 */
enum ErrorCode {
    REQUEST_MALFORMED(400, "The request could not be understood. It is not well-formed HTTP/1.1."),
    JSON_MALFORMED(400, "The body is not one well-formed JSON object."),
    FIELD_UNKNOWN(400, "There is no such field. Leave it out."),
    FIELD_REPEATED(400, "A field is there twice. Leave one of them out."),
    FIELD_MISSING(400, "A field is required."),
    FIELD_INVALID(400, "A field has a value that cannot be accepted."),
    ORIGINAL_REQUEST_UNKNOWN(
            400,
            "Let the gateway send the original method and path: X-Forwarded-Method and X-Forwarded-Uri,"
                    + " or X-Original-Method and X-Original-URI."),
    ORIGINAL_REQUEST_AMBIGUOUS(
            400,
            "The headers that tell the original request contradict each other. Let the gateway overwrite"
                    + " or remove those that it does not set."),
    GATEWAY_FORBIDDEN(
            403,
            "This gateway may not ask. Allow its network, or keys, with"
                    + " keyledger.data-plane.forward-auth.callers."),
    NOT_FOUND(404, "There is no such endpoint."),
    HUB_UNKNOWN(
            404,
            "No hub serves this request. Let the gateway name it: hub= in the URL, or X-Keyledger-Hub."),
    METHOD_NOT_ALLOWED(405, "The endpoint does not answer this method."),
    REQUEST_TIMEOUT(408, "The request did not arrive in time."),
    BODY_TOO_LARGE(413, "The body is too large."),
    URI_TOO_LONG(414, "The request line is too long."),
    MEDIA_TYPE_UNSUPPORTED(415, "Send the body as application/json, not compressed."),
    EXPECTATION_FAILED(417, "The only expectation that is met is 100-continue."),
    BATCH_TOO_LARGE(422, "A batch has at most 100 requests."),
    HEADERS_TOO_LARGE(431, "The header fields are too large."),
    INTERNAL_ERROR(500, "Something went wrong on our side. Nothing was decided."),
    CODING_UNSUPPORTED(501, "The only transfer coding that is understood is chunked."),
    UNAVAILABLE(503, "The truth is not known at the moment. Nothing was decided: ask again."),
    TOO_MANY_CONNECTIONS(503, "There are too many connections. Use those that are open."),
    NOT_READY(503, "Verdicts cannot be trusted at the moment.");

    private final int status;
    private final String text;

    ErrorCode(int status, String text) {
        this.status = status;
        this.text = text;
    }

    int status() {
        return status;
    }

    /** For the caller: what is wrong and what to do. */
    String text() {
        return text;
    }
}
