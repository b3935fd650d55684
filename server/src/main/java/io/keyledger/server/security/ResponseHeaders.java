package io.keyledger.server.security;

import io.keyledger.server.oauth.hub.PublicUrl;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * What every answer of the control plane says to browsers, errors included. An answer that says
 * more itself, such as a page, is left as it is.
 */
final class ResponseHeaders implements Customizer<HeadersConfigurer<HttpSecurity>> {

    private static final String POLICY = "Content-Security-Policy";

    /** An answer for programs: nothing of it is ever shown as a page. */
    private static final String NOTHING =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** The page that shows the API, which brings its own scripts and styles. */
    private static final String API_PAGE =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src"
                    + " 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private static final long TWO_YEARS = 63_072_000;

    private final PublicUrl publicUrl;

    ResponseHeaders(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    @Override
    public void customize(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .crossOriginOpenerPolicy(
                        policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(policy ->
                        policy.maxAgeInSeconds(TWO_YEARS)
                                .includeSubDomains(false)
                                .requestMatcher(this::isSecure))
                .addHeaderWriter(ResponseHeaders::contentPolicy);
    }

    /** Behind a gateway that ends TLS, the request itself does not tell. */
    private boolean isSecure(HttpServletRequest request) {
        return request.isSecure() || publicUrl.value().startsWith("https:");
    }

    private static void contentPolicy(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(POLICY)) {
            boolean apiPage = request.getRequestURI().startsWith("/swagger-ui/");
            response.setHeader(POLICY, apiPage ? API_PAGE : NOTHING);
        }
    }
}
