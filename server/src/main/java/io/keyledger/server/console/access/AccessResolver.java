package io.keyledger.server.console.access;

import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives pages what they need to know of who asks. A page of a workspace takes a {@link
 * WorkspaceAccess} and cannot forget to ask for it; one that changes something is closed to those
 * who only read.
 */
@Component
@OnCommandNode
public class AccessResolver implements HandlerMethodArgumentResolver {

    private static final Set<Class<?>> TYPES =
            Set.of(
                    ConsoleVisit.class,
                    SignedIn.class,
                    WorkspaceAccess.class,
                    Operator.class,
                    Form.class);

    private final AccessControl control;

    AccessResolver(AccessControl control) {
        this.control = control;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return TYPES.contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request =
                Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        ConsoleVisit visit = ConsoleVisit.of(request);
        if (visit == null) {
            throw Absent.page();
        }
        Class<?> type = parameter.getParameterType();
        if (type == ConsoleVisit.class) {
            return visit;
        }
        if (type == Form.class) {
            return Objects.requireNonNull(visit.form(), "no form was sent");
        }
        return access(type, control.signedIn(visit), request);
    }

    private Object access(Class<?> type, SignedIn who, HttpServletRequest request) {
        if (type == WorkspaceAccess.class) {
            WorkspaceAccess access = control.workspace(who, variable(request, "workspace"));
            if (isChange(request)) {
                access.requireChanges();
            }
            return access;
        }
        return type == Operator.class ? operator(who, request) : who;
    }

    private Operator operator(SignedIn who, HttpServletRequest request) {
        Operator operator = control.operator(who);
        if (isChange(request)) {
            operator.requireChanges();
        }
        return operator;
    }

    private static boolean isChange(HttpServletRequest request) {
        return !request.getMethod().equals("GET");
    }

    private static String variable(HttpServletRequest request, String name) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                                instanceof Map<?, ?> variables
                        && variables.get(name) instanceof String value
                ? value
                : "";
    }
}
