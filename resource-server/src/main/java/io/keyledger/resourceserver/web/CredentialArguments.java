package io.keyledger.resourceserver.web;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.resourceserver.KeyledgerCredential;
import jakarta.servlet.ServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Hands a controller the credential ({@link KeyledgerCredential}) and the rows that it may touch
 * ({@link AccessFilter}, null or an empty {@link Optional} for all of its workspace).
 */
public final class CredentialArguments implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type == KeyledgerCredential.class
                || type == AccessFilter.class
                || isOptionalFilter(parameter);
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        ServletRequest servletRequest = request.getNativeRequest(ServletRequest.class);
        Accepted accepted = servletRequest == null ? null : Accepted.of(servletRequest);
        if (accepted == null) {
            throw new IllegalStateException(
                    "This handler is on no hub's surface, so there is no credential: "
                            + parameter.getExecutable());
        }
        KeyledgerCredential credential = accepted.credential();
        if (parameter.getParameterType() == KeyledgerCredential.class) {
            return credential;
        }
        return isOptionalFilter(parameter)
                ? Optional.ofNullable(credential.filter())
                : credential.filter();
    }

    private static boolean isOptionalFilter(MethodParameter parameter) {
        return parameter.getParameterType() == Optional.class
                && ResolvableType.forMethodParameter(parameter).getGeneric().resolve()
                        == AccessFilter.class;
    }
}
