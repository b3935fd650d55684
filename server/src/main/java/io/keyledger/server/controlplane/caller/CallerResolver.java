package io.keyledger.server.controlplane.caller;

import io.keyledger.server.correlation.CorrelationId;
import io.keyledger.server.idempotency.IdempotencyKey;
import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import io.keyledger.server.security.AuthenticatedCredential;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives endpoints their {@link Caller}. */
final class CallerResolver implements HandlerMethodArgumentResolver {

    private static final String ACTOR_HEADER = "X-Keyledger-Actor";
    private static final Pattern ACTOR = Pattern.compile("user:[\\x21-\\x7E]{1,200}");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null
                || !(SecurityContextHolder.getContext().getAuthentication()
                        instanceof AuthenticatedCredential authenticated)) {
            throw new IllegalStateException("an endpoint with a caller is open to everybody");
        }
        return new Caller(
                "key:" + authenticated.getName(),
                authenticated.getPrincipal().workspace(),
                authenticated.getCredentials(),
                authenticated.getPrincipal().scopes(),
                onBehalfOf(request),
                request.getRemoteAddr(),
                CorrelationId.current(),
                request.getMethod() + " " + request.getRequestURI(),
                idempotencyKey(request),
                IfMatch.read(Collections.list(request.getHeaders(HttpHeaders.IF_MATCH))));
    }

    private static @Nullable String onBehalfOf(HttpServletRequest request) {
        String actor = request.getHeader(ACTOR_HEADER);
        if (actor != null && !ACTOR.matcher(actor).matches()) {
            throw ProblemException.of(
                    ProblemCode.INVALID_HEADER,
                    ACTOR_HEADER,
                    "Write user:ID, with an ID of 1 to 200 visible ASCII characters.");
        }
        return actor;
    }

    private static Optional<IdempotencyKey> idempotencyKey(HttpServletRequest request) {
        var headers = request.getHeaders(IdempotencyKey.HEADER);
        if (!headers.hasMoreElements()) {
            return Optional.empty();
        }
        Optional<IdempotencyKey> key = IdempotencyKey.parse(headers.nextElement());
        if (key.isEmpty() || headers.hasMoreElements()) {
            throw ProblemException.of(ProblemCode.IDEMPOTENCY_KEY_INVALID);
        }
        return key;
    }
}
