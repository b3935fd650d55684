package io.keyledger.server.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.web.HttpRequestHandler;

/** Where the demo's apps get people back: it says what they bring, for those who try by hand. */
final class DemoCallback implements HttpRequestHandler {

    static final String PATH = "/demo/callback";

    /** Without a port: any one of this machine matches (RFC 8252 §7.3). */
    static final String REGISTERED = "http://127.0.0.1" + PATH;

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String code = request.getParameter("code");
        String said =
                code == null
                        ? "There is no code here, but: " + request.getParameter("error")
                        : "The code, for a minute and once: " + code;
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write((said + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
