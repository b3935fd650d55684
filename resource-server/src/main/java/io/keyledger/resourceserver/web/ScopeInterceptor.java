package io.keyledger.resourceserver.web;

import io.keyledger.api.hub.Refusal;
import io.keyledger.verdict.profile.CompiledProfile;
import io.keyledger.verdict.profile.RefusalFacts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.RequestPath;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * The second line: no handler on a hub's surface runs without a verdict, whatever the path looks
 * like that led to it, and none without the scopes that it asks for.
 */
public final class ScopeInterceptor implements HandlerInterceptor {

    private final Protection protection;
    private final HandlerScopes scopes;
    private final HubWords words;

    public ScopeInterceptor(Protection protection, HandlerScopes scopes, HubWords words) {
        this.protection = protection;
        this.scopes = scopes;
        this.words = words;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Accepted accepted = Accepted.of(request);
        if (accepted == null) {
            return mayGoUnjudged(request, response, handler);
        }
        String hub = accepted.surface().hub();
        if (!protection.routeTable() && !isAnnotated(handler)) {
            words.refuse(response, hub, Refusal.ROUTE_UNKNOWN);
            return false;
        }
        String missing = missing(accepted, handler);
        if (missing != null) {
            words.refuse(response, hub, Refusal.INSUFFICIENT_SCOPE, facts(accepted, missing));
            return false;
        }
        return true;
    }

    private boolean mayGoUnjudged(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        String path = pathOf(request);
        Surface surface = protection.isOpen(path) ? null : protection.surfaceOf(path);
        if (surface == null && scopes.required(handler).isEmpty()) {
            return true;
        }
        words.refuse(response, surface == null ? "" : surface.hub(), Refusal.ROUTE_UNKNOWN);
        return false;
    }

    private static boolean isAnnotated(Object handler) {
        return handler instanceof HandlerMethod method && HandlerScopes.isAnnotated(method);
    }

    private @Nullable String missing(Accepted accepted, Object handler) {
        CompiledProfile profile = accepted.verdict().profile();
        for (String scope : scopes.required(handler)) {
            boolean held =
                    profile == null
                            ? accepted.credential().scopes().contains(scope)
                            : profile.satisfied(accepted.credential().scopes(), scope);
            if (!held) {
                return scope;
            }
        }
        return null;
    }

    private static RefusalFacts facts(Accepted accepted, String missing) {
        RefusalFacts facts = accepted.verdict().facts();
        return new RefusalFacts(missing, facts.credentialKind(), 0, Map.of());
    }

    /** The path as MVC matches it: decoded, without parameters. */
    private static String pathOf(HttpServletRequest request) {
        RequestPath path = ServletRequestPathUtils.getParsedRequestPath(request);
        StringBuilder matched = new StringBuilder();
        for (PathContainer.Element element : path.pathWithinApplication().elements()) {
            matched.append(
                    element instanceof PathSegment segment
                            ? segment.valueToMatch()
                            : element.value());
        }
        return matched.toString();
    }
}
