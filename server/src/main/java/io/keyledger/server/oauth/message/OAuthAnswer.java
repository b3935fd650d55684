package io.keyledger.server.oauth.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import net.minidev.json.JSONObject;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What an app is answered. Never to be kept by a cache (RFC 6749 §5.1).
 *
 * @param body null for an answer that is its status alone
 */
public record OAuthAnswer(int status, @Nullable JSONObject body, Map<String, String> headers) {

    /** An answer with a body. */
    public static OAuthAnswer of(int status, JSONObject body) {
        return new OAuthAnswer(status, body, Map.of());
    }

    /**
     * An answer that says nothing but that it was done: to clients that read nothing but JSON, too.
     */
    public static OAuthAnswer done() {
        return of(200, new JSONObject());
    }

    /** A refusal, as RFC 6749 §5.2 has it. */
    public static OAuthAnswer of(OAuthRefusal refusal) {
        return new OAuthAnswer(
                refusal.error().getHTTPStatusCode(),
                refusal.error().toJSONObject(),
                refusal.headers());
    }

    /** {@code ok}, or the error's code. */
    public String outcome() {
        return status < 400 || body == null ? "ok" : String.valueOf(body.get("error"));
    }

    /** Writes the answer. */
    public void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.PRAGMA, "no-cache");
        headers.forEach(response::setHeader);
        byte[] bytes = body == null ? new byte[0] : body.toJSONString().getBytes(UTF_8);
        if (bytes.length > 0) {
            response.setContentType("application/json;charset=UTF-8");
        }
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** Leaves the body out: tokens are in it. */
    @Override
    public String toString() {
        return "OAuthAnswer[" + status + "]";
    }
}
