package io.keyledger.server.console.frame;

import io.keyledger.server.console.access.AccessResolver;
import io.keyledger.server.console.access.ConsolePath;
import io.keyledger.server.node.OnCommandNode;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The console, on nodes that handle commands. */
@Configuration(proxyBeanMethods = false)
@OnCommandNode
class ConsoleConfiguration implements WebMvcConfigurer {

    private final ConsoleGuard guard;
    private final AccessResolver resolver;

    ConsoleConfiguration(ConsoleGuard guard, AccessResolver resolver) {
        this.guard = guard;
        this.resolver = resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(guard).addPathPatterns(ConsolePath.ROOT, ConsolePath.ROOT + "/**");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(resolver);
    }
}
