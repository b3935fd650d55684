package io.keyledger.server.problem;

import org.springframework.http.HttpStatus;

/**
 * Every error of the control plane that is not a command's refusal, which has {@link
 * io.keyledger.api.rejection.RejectionReason}. The names are part of the API.
 */
public enum ProblemCode {
    REQUEST_MALFORMED(
            HttpStatus.BAD_REQUEST,
            "The request is not HTTP that can be understood in one way only, or its header fields"
                    + " are too large."),
    MALFORMED_JSON(HttpStatus.BAD_REQUEST, "The body is not the JSON that this call takes."),
    UNKNOWN_FIELD(HttpStatus.BAD_REQUEST, "The body has a field that this call does not know."),
    INVALID_FIELD(HttpStatus.BAD_REQUEST, "A field has the wrong type or form."),
    MISSING_FIELD(HttpStatus.BAD_REQUEST, "A field that this call needs is missing."),
    INVALID_PARAMETER(HttpStatus.BAD_REQUEST, "A query parameter cannot be read."),
    INVALID_HEADER(HttpStatus.BAD_REQUEST, "A request header cannot be read."),
    IDEMPOTENCY_KEY_INVALID(
            HttpStatus.BAD_REQUEST,
            "An Idempotency-Key has 1 to 255 visible ASCII characters, and is sent once."),
    IDEMPOTENCY_IN_PROGRESS(
            HttpStatus.CONFLICT,
            "The first call with this Idempotency-Key is still being worked on. Send it again"
                    + " shortly."),
    IDEMPOTENCY_SEALED(
            HttpStatus.CONFLICT,
            "The call was answered to another secret of your key, and only that one opens the"
                    + " answer. Look at the resource, and use a new Idempotency-Key."),
    HUB_PROFILE_INVALID(
            HttpStatus.UNPROCESSABLE_CONTENT, "The profile has mistakes, and was not published."),
    HUB_MISMATCH(
            HttpStatus.UNPROCESSABLE_CONTENT, "The profile is that of another hub than the URL."),
    IDEMPOTENCY_KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "This Idempotency-Key was used for another request. Use a new one."),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing here."),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "The method is not one of this resource's."),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "There is no answer in an accepted media type."),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json."),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is larger than this call takes."),
    CONFLICT(
            HttpStatus.CONFLICT,
            "Others are changing the same resource at this moment. Send the call again."),
    PROJECTION_UNKNOWN(
            HttpStatus.NOT_FOUND,
            "There is no read model of this name. List them to see their names."),
    REBUILD_RUNNING(
            HttpStatus.CONFLICT,
            "A rebuild of this read model runs already. Wait for its end, or cancel it."),
    REBUILD_NOT_RUNNING(
            HttpStatus.CONFLICT, "No rebuild of this read model runs: there is nothing to cancel."),
    VERSION_MISMATCH(
            HttpStatus.PRECONDITION_FAILED,
            "The resource has changed since the version in If-Match. Read it again."),
    TOO_MANY(
            HttpStatus.TOO_MANY_REQUESTS,
            "There were too many such calls of yours. Wait for as long as Retry-After says."),
    PROJECTION_BEHIND(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The list has not caught up with the ledger. Send the call again shortly."),
    REVEAL_KEY_MISSING(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Keyledger has not the key that recoverable secrets are sealed under. Its log says what"
                    + " the operator can do. The secrets themselves work."),
    UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The ledger cannot be reached at the moment. Nothing is known to have changed; send the"
                    + " call again with the same Idempotency-Key."),
    INTERNAL(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Keyledger failed. The log has more under this correlation id.");

    private final HttpStatus status;
    private final String text;

    ProblemCode(HttpStatus status, String text) {
        this.status = status;
        this.text = text;
    }

    /** What an error is that has a status and nothing else. */
    static ProblemCode ofStatus(int status) {
        return switch (status) {
            case 404 -> NOT_FOUND;
            case 405, 501 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 503 -> UNAVAILABLE;
            default -> status < 500 ? REQUEST_MALFORMED : INTERNAL;
        };
    }

    public HttpStatus status() {
        return status;
    }

    /** What was wrong and what to do. */
    public String text() {
        return text;
    }
}
