package io.keyledger.api.hub;

/**
 * Every way in which a request to a hub's API can be refused, with the HTTP status it has unless
 * the hub's error dialect says otherwise. The list is closed.
 */
public enum Refusal {
    /**
     * The request is not well formed: two {@code Authorization} headers, an oversized credential.
     */
    MALFORMED(400),
    /** The request came over plain HTTP, and the hub is served over HTTPS only. */
    INSECURE(403),
    /** No credential was presented. */
    NO_CREDENTIAL(401),
    /** The credential is unknown or revoked: to the client the two look alike. */
    INVALID(401),
    /** The credential has expired; hubs without an entry of its own show {@link #INVALID}. */
    EXPIRED(401),
    /** The workspace is suspended. */
    SUSPENDED(403),
    /** The workspace's plan has no API access. */
    NOT_ENTITLED(403),
    /** The credential may not be used from this address. */
    FORBIDDEN_ADDRESS(403),
    /** No route of the hub matches. */
    ROUTE_UNKNOWN(404),
    /** The credential lacks the route's scope. */
    INSUFFICIENT_SCOPE(403),
    /** A budget is used up. */
    RATE_LIMITED(429),
    /** The resource does not exist, or is not this credential's to see. */
    RESOURCE_NOT_FOUND(404),
    /** The request was understood and one of its fields cannot be accepted. */
    VALIDATION(422),
    /** The API failed. */
    INTERNAL(500),
    /** The truth about the credential is not known at the moment. */
    UNAVAILABLE(503);

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    /** The usual HTTP status of this refusal. */
    public int status() {
        return status;
    }
}
