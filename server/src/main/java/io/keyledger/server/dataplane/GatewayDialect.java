package io.keyledger.server.dataplane;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.AsciiString;

/**
 * Speaks to gateways that do not understand every status. nginx's {@code auth_request} knows 2xx,
 * 401 and 403 and makes 500 of anything else; told {@code gateway=nginx} in the URL or {@code
 * X-Keyledger-Gateway: nginx}, the answer is 403 then, and {@code X-Keyledger-Status} has the true
 * status for nginx to pass on.
 */
final class GatewayDialect {

    private static final AsciiString GATEWAY = AsciiString.cached("x-keyledger-gateway");
    private static final byte[] TRUE_STATUS = Answer.name("X-Keyledger-Status");
    private static final String NGINX = "nginx";
    private static final int FORBIDDEN = 403;

    private GatewayDialect() {}

    static void translate(HttpRequest call, Answer answer) {
        int status = answer.status();
        boolean understood = status < 300 || status == 401 || status == FORBIDDEN;
        if (!understood && isNginx(call)) {
            answer.field(TRUE_STATUS, status);
            answer.changeStatus(FORBIDDEN);
        }
    }

    private static boolean isNginx(HttpRequest call) {
        return NGINX.equals(Target.parameter(call.uri(), "gateway"))
                || NGINX.equals(call.headers().get(GATEWAY));
    }
}
