package io.keyledger.server.oauth.hub;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Finds the endpoint of a hub by the profiles that judge now: one that is published opens its paths
 * at once. Comes before everything that takes whole hubs, such as the demo's proxy.
 */
@Component
final class HubEndpointMapping implements HandlerMapping, Ordered {

    private final OAuthHubs hubs;
    private final List<HubEndpoint> endpoints;

    HubEndpointMapping(OAuthHubs hubs, ObjectProvider<HubEndpoint> endpoints) {
        this.hubs = hubs;
        this.endpoints = endpoints.orderedStream().toList();
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable HandlerExecutionChain getHandler(HttpServletRequest request) {
        String path = belowBasePath(request.getRequestURI());
        return hubs.atPath(path)
                .flatMap(hub -> handler(hub, path.substring(hub.profile().basePath().length())))
                .map(HandlerExecutionChain::new)
                .orElse(null);
    }

    private Optional<HttpRequestHandler> handler(OAuthHub hub, String path) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.isAt(hub, path))
                .findFirst()
                .map(endpoint -> (request, response) -> endpoint.answer(hub, request, response));
    }

    /** RFC 8414 §3.1 puts the well-known part before the issuer's path; we know it behind it. */
    private static String belowBasePath(String path) {
        return path.startsWith(OAuthHub.METADATA + "/")
                ? path.substring(OAuthHub.METADATA.length()) + OAuthHub.METADATA
                : path;
    }
}
