package io.keyledger.server.dataplane;

import io.netty.handler.codec.http.HttpMethod;

/** What answers the calls of one path. */
interface Endpoint {

    boolean answers(HttpMethod method);

    /** The methods that are answered, as in an {@code Allow} field. */
    String allowed();

    /** The most bytes of a body that are read. */
    default int bodyLimit() {
        return Limits.BODY;
    }

    /**
     * Answers exactly once, now or later, on the connection's event loop. What it throws becomes an
     * answer.
     */
    void handle(Exchange exchange);
}
