package io.keyledger.server.demo;

import io.keyledger.server.dataplane.DataPlane;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Protects the sample API as a gateway does: asks the data plane about each request, and passes its
 * refusals on. When it cannot be asked, the request is refused.
 */
final class DataPlaneGuard extends OncePerRequestFilter {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Set<String> PASSED_ON =
            Set.of(
                    "content-type",
                    "www-authenticate",
                    "retry-after",
                    "cache-control",
                    "x-ratelimit-limit",
                    "x-ratelimit-remaining",
                    "x-ratelimit-reset",
                    "ratelimit",
                    "ratelimit-policy");

    private final DataPlane dataPlane;
    private final HttpClient client;

    DataPlaneGuard(DataPlane dataPlane, HttpClient client) {
        this.dataPlane = dataPlane;
        this.client = client;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpResponse<byte[]> verdict;
        try {
            verdict = client.send(question(request), BodyHandlers.ofByteArray());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        } catch (IOException _) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        passOn(verdict, response);
        if (verdict.statusCode() == HttpServletResponse.SC_OK) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(verdict.statusCode());
            response.getOutputStream().write(verdict.body());
        }
    }

    private HttpRequest question(HttpServletRequest request) {
        URI uri = URI.create("http://127.0.0.1:" + dataPlane.port() + "/v1/forward-auth");
        HttpRequest.Builder question =
                HttpRequest.newBuilder(uri)
                        .timeout(PATIENCE)
                        .method("GET", BodyPublishers.noBody())
                        .header("X-Forwarded-Method", request.getMethod())
                        .header("X-Forwarded-Uri", request.getRequestURI())
                        .header("X-Forwarded-For", request.getRemoteAddr());
        for (String value : authorization(request)) {
            question.header(HttpHeaders.AUTHORIZATION, value);
        }
        return question.build();
    }

    private static List<String> authorization(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
    }

    private static void passOn(HttpResponse<byte[]> verdict, HttpServletResponse response) {
        boolean accepted = verdict.statusCode() == HttpServletResponse.SC_OK;
        verdict.headers()
                .map()
                .forEach((name, values) -> {
                    boolean ofTheBody = name.equals("content-type");
                    if (PASSED_ON.contains(name) && !(accepted && ofTheBody)) {
                        values.forEach(value -> response.addHeader(name, value));
                    }
                });
    }
}
