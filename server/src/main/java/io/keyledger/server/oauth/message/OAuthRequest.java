package io.keyledger.server.oauth.message;

import io.keyledger.server.correlation.CorrelationId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.springframework.http.HttpHeaders;

/**
 * What an app sends to one of its endpoints.
 *
 * @param authorization the {@code Authorization} headers
 * @param dpop the {@code DPoP} headers
 * @param source the address that it comes from
 */
public record OAuthRequest(
        Form form,
        List<String> authorization,
        List<String> dpop,
        String source,
        String correlationId) {

    /**
     * Reads a request.
     *
     * @throws OAuthRefusal when it is no form
     */
    public static OAuthRequest of(HttpServletRequest request) throws IOException {
        return new OAuthRequest(
                Form.in(request),
                Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)),
                Collections.list(request.getHeaders("DPoP")),
                request.getRemoteAddr(),
                CorrelationId.current());
    }

    /** Whether a secret came with it, right or wrong: then it is not of a page in a browser. */
    public boolean showsSecret() {
        return !authorization.isEmpty() || form.find("client_secret").isPresent();
    }

    /** Leaves out what authenticates. */
    @Override
    public String toString() {
        return "OAuthRequest[" + form + "]";
    }
}
