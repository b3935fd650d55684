package io.keyledger.server.dataplane;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.AsciiString;

/**
 * Speaks to gateways that do not pass on what they are answered. nginx's {@code auth_request} drops
 * the body, knows 2xx, 401 and 403, and makes 500 of any other status. Told {@code gateway=nginx}
 * in the URL or {@code X-Keyledger-Gateway: nginx}, every refusal carries its true status in {@code
 * X-Keyledger-Status} and its body in {@code X-Keyledger-Body}, for nginx to give to the client;
 * and what is neither 401 nor 403 is 403 to nginx.
 */
final class GatewayDialect {

    private static final AsciiString GATEWAY = AsciiString.cached("x-keyledger-gateway");
    private static final byte[] TRUE_STATUS = Answer.name("X-Keyledger-Status");
    private static final byte[] BODY = Answer.name("X-Keyledger-Body");
    private static final String NGINX = "nginx";
    private static final int FORBIDDEN = 403;

    private GatewayDialect() {}

    static void translate(HttpRequest call, Answer answer) {
        int status = answer.status();
        if (status >= 300 && isNginx(call)) {
            answer.field(TRUE_STATUS, status).repeatBodyAsField(BODY);
            if (status != 401) {
                answer.changeStatus(FORBIDDEN);
            }
        }
    }

    private static boolean isNginx(HttpRequest call) {
        return NGINX.equals(Target.parameter(call.uri(), "gateway"))
                || NGINX.equals(call.headers().get(GATEWAY));
    }
}
