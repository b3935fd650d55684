package io.keyledger.resourceserver.autoconfigure;

import io.keyledger.resourceserver.web.CredentialArguments;
import io.keyledger.resourceserver.web.HandlerScopes;
import io.keyledger.resourceserver.web.HubExceptionResolver;
import io.keyledger.resourceserver.web.HubWords;
import io.keyledger.resourceserver.web.Protection;
import io.keyledger.resourceserver.web.ScopeInterceptor;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;

/** Adds arguments, errors and the second line of protection to Spring MVC. */
final class HubMvc implements WebMvcConfigurer {

    private final Protection protection;
    private final HandlerScopes scopes;
    private final HubWords words;

    HubMvc(Protection protection, HandlerScopes scopes, HubWords words) {
        this.protection = protection;
        this.scopes = scopes;
        this.words = words;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ScopeInterceptor(protection, scopes, words))
                .order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CredentialArguments());
    }

    /** Behind the application's own exception handlers. */
    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        int own = 0;
        for (int i = 0; i < resolvers.size(); i++) {
            own = resolvers.get(i) instanceof ExceptionHandlerExceptionResolver ? i + 1 : own;
        }
        resolvers.add(own, new HubExceptionResolver(words));
    }
}
