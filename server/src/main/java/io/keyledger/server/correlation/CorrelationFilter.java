package io.keyledger.server.correlation;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request a correlation id, before anything else can fail. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CorrelationFilter extends OncePerRequestFilter {

    /** An error is told under the id of the request that it ended. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String known = response.getHeader(CorrelationId.HEADER);
        String id =
                known == null ? CorrelationId.of(request.getHeader(CorrelationId.HEADER)) : known;
        response.setHeader(CorrelationId.HEADER, id);
        MDC.put(CorrelationId.LOG_FIELD, id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(CorrelationId.LOG_FIELD);
        }
    }
}
