package io.keyledger.server.demo;

import io.keyledger.api.hub.Refusal;
import io.keyledger.verdict.profile.RefusalAnswer;
import io.keyledger.verdict.profile.RefusalFacts;
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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.HttpRequestHandler;

/**
 * Passes on what is for the sample APIs, as a gateway before them would. It looks at no credential:
 * the APIs do.
 */
final class SampleHubsProxy implements HttpRequestHandler {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Of one connection only (RFC 9110 §7.6.1), or written anew by the client. */
    private static final Set<String> NOT_PASSED_ON =
            Set.of(
                    "connection",
                    "content-length",
                    "expect",
                    "host",
                    "keep-alive",
                    "proxy-authenticate",
                    "proxy-authorization",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade",
                    "forwarded",
                    "x-forwarded-for",
                    "x-forwarded-host",
                    "x-forwarded-port",
                    "x-forwarded-proto");

    private final SampleHubs samples;
    private final Map<String, RefusalAnswer> unavailable;
    private final HttpClient client;

    /**
     * @param unavailable what to say while they are away, by the hub's base path
     */
    SampleHubsProxy(SampleHubs samples, Map<String, RefusalAnswer> unavailable) {
        this.samples = samples;
        this.unavailable = Map.copyOf(unavailable);
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(2))
                        .build();
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        URI address = samples.address();
        if (address == null) {
            sayUnavailable(request, response);
            return;
        }
        HttpRequest question = question(request, address);
        try {
            passOn(client.send(question, BodyHandlers.ofByteArray()), response);
        } catch (IOException _) {
            sayUnavailable(request, response);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            sayUnavailable(request, response);
        }
    }

    private static HttpRequest question(HttpServletRequest request, URI address)
            throws IOException {
        String query = request.getQueryString();
        String target = request.getRequestURI() + (query == null ? "" : "?" + query);
        byte[] body = request.getInputStream().readAllBytes();
        HttpRequest.Builder question =
                HttpRequest.newBuilder(address.resolve(target))
                        .timeout(PATIENCE)
                        .method(
                                request.getMethod(),
                                body.length == 0
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(body))
                        .header("X-Forwarded-For", request.getRemoteAddr())
                        // Proofs of keys (DPoP) are for the URL that the client sees.
                        .header("X-Forwarded-Proto", request.getScheme())
                        .header("X-Forwarded-Host", request.getServerName())
                        .header("X-Forwarded-Port", Integer.toString(request.getServerPort()));
        for (String name : Collections.list(request.getHeaderNames())) {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                request.getHeaders(name)
                        .asIterator()
                        .forEachRemaining(it -> question.header(name, it));
            }
        }
        return question.build();
    }

    private static void passOn(HttpResponse<byte[]> answer, HttpServletResponse response)
            throws IOException {
        response.setStatus(answer.statusCode());
        answer.headers()
                .map()
                .forEach((name, values) -> {
                    if (!NOT_PASSED_ON.contains(name) && !name.startsWith(":")) {
                        response.setHeader(name, values.getFirst());
                        values.stream().skip(1).forEach(it -> response.addHeader(name, it));
                    }
                });
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    private void sayUnavailable(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String path = request.getRequestURI();
        RefusalFacts soon = RefusalFacts.retryAfter(1);
        for (Map.Entry<String, RefusalAnswer> hub : unavailable.entrySet()) {
            if (path.startsWith(hub.getKey() + "/")) {
                response.setStatus(hub.getValue().status());
                response.setContentType(hub.getValue().mediaType());
                response.setHeader(HttpHeaders.RETRY_AFTER, "1");
                response.getOutputStream().write(hub.getValue().body(soon));
                return;
            }
        }
        response.setStatus(Refusal.UNAVAILABLE.status());
    }
}
