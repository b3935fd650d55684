package io.keyledger.resourceserver.autoconfigure;

import io.keyledger.resourceserver.web.HandlerScopes;
import io.keyledger.resourceserver.web.Protection;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Refuses to start with a handler that asks for a scope where no credential is asked for. */
final class AnnotationCheck implements SmartInitializingSingleton {

    private final Protection protection;
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    AnnotationCheck(Protection protection, ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.protection = protection;
        this.mappings = mappings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        mappings.forEach(mapping -> mapping.getHandlerMethods().forEach(this::check));
    }

    private void check(RequestMappingInfo mapping, HandlerMethod handler) {
        Set<String> patterns = mapping.getPatternValues();
        if (HandlerScopes.isAnnotated(handler)
                && !patterns.stream().allMatch(protection::protects)) {
            throw new IllegalStateException(
                    "%s has @RequiresScope, but %s is on no hub's surface, so nobody's credential is looked at there. See keyledger.resource-server.base-path."
                            .formatted(handler.getShortLogMessage(), patterns));
        }
    }
}
