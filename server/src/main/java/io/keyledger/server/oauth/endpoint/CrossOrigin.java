package io.keyledger.server.oauth.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsUtils;

/**
 * Lets pages of other origins read answers: any origin, because nothing that a browser sends by
 * itself counts here. Answers to whoever has a secret are not for pages, and not opened.
 */
final class CrossOrigin {

    private static final String AN_HOUR = "3600";

    private CrossOrigin() {}

    static void open(HttpServletResponse response) {
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }

    /**
     * Answers a preflight request.
     *
     * @return whether it was one
     */
    static boolean preflight(
            String methods, HttpServletRequest request, HttpServletResponse response) {
        if (!CorsUtils.isPreFlightRequest(request)) {
            return false;
        }
        open(response);
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, methods);
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Content-Type, DPoP");
        response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, AN_HOUR);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return true;
    }
}
