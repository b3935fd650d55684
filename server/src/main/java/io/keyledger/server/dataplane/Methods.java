package io.keyledger.server.dataplane;

import io.netty.handler.codec.http.HttpMethod;
import java.util.Set;

/** The methods that requests have; TRACE, CONNECT and whatever else there is are not answered. */
final class Methods {

    static final Set<HttpMethod> USUAL =
            Set.of(
                    HttpMethod.GET,
                    HttpMethod.HEAD,
                    HttpMethod.POST,
                    HttpMethod.PUT,
                    HttpMethod.PATCH,
                    HttpMethod.DELETE,
                    HttpMethod.OPTIONS);

    static final String ALL = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

    private Methods() {}
}
