package io.keyledger.resourceserver.web;

import io.keyledger.resourceserver.RequiresScope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * The scopes that annotations ask for. They are looked up before the verdict, so that a request
 * that lacks one spends nothing.
 */
public final class HandlerScopes {

    private final Supplier<RequestMappingHandlerMapping> mapping;
    private final Map<HandlerMethod, List<String>> known = new ConcurrentHashMap<>();
    private volatile @Nullable Boolean used;

    /**
     * @param mapping asked when the first request comes
     */
    public HandlerScopes(Supplier<RequestMappingHandlerMapping> mapping) {
        this.mapping = mapping;
    }

    /** What the handler of a request asks for; nothing when it has none. */
    List<String> required(HttpServletRequest request) {
        if (!areUsed()) {
            return List.of();
        }
        try {
            HttpServletRequest trial = new TrialRequest(request);
            ServletRequestPathUtils.parseAndCache(trial);
            HandlerExecutionChain chain = mapping.get().getHandler(trial);
            return chain == null ? List.of() : required(chain.getHandler());
        } catch (Exception _) {
            // No such handler, or not for this method or media type: MVC will say so itself.
            return List.of();
        }
    }

    /** What a handler asks for. */
    List<String> required(Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return List.of();
        }
        return known.computeIfAbsent(
                method,
                _ -> {
                    RequiresScope annotation = annotation(method);
                    return annotation == null ? List.of() : List.of(annotation.value());
                });
    }

    /** Whether a handler says which scopes it needs. */
    public static boolean isAnnotated(HandlerMethod method) {
        return annotation(method) != null;
    }

    /** The annotation of the method, or else of its class. */
    private static @Nullable RequiresScope annotation(HandlerMethod method) {
        RequiresScope own =
                AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequiresScope.class);
        return own == null
                ? AnnotatedElementUtils.findMergedAnnotation(
                        method.getBeanType(), RequiresScope.class)
                : own;
    }

    private boolean areUsed() {
        Boolean answer = used;
        if (answer == null) {
            answer =
                    mapping.get().getHandlerMethods().values().stream()
                            .anyMatch(HandlerScopes::isAnnotated);
            used = answer;
        }
        return answer;
    }
}
