package io.keyledger.server.controlplane.audit;

import org.jspecify.annotations.Nullable;

/**
 * A question about a request.
 *
 * @param credential the id of the key or grant that it was made with
 * @param secret the generation of the key's secret, or of the grant's access token; absent for the
 *     newest of then
 * @param at when it was made; absent for now
 */
record ExplainBody(
        @Nullable String credential,
        @Nullable Integer secret,
        @Nullable Request request,
        @Nullable String at) {

    /**
     * The request.
     *
     * @param path in the hub's own terms, without its base path
     * @param address that the client had
     * @param provenKey the thumbprint of the key that it proved to hold (RFC 9449)
     */
    record Request(
            @Nullable String method,
            @Nullable String path,
            @Nullable String address,
            @Nullable String provenKey) {}
}
