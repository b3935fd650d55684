package io.keyledger.server.security;

import io.keyledger.api.hub.Refusal;
import io.keyledger.query.verification.TruthUnavailableException;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.Verdict;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks the built-in hub's verdict about each request. The hub's route table is the authorization
 * matrix of the control plane: what is not in it does not exist.
 */
final class BearerFilter extends OncePerRequestFilter {

    private final AdminKeys keys;
    private final Refusals refusals;

    BearerFilter(AdminKeys keys, Refusals refusals) {
        this.keys = keys;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        switch (BearerHeader.read(headers)) {
            case BearerHeader.Absent _ -> refusals.write(Refusal.NO_CREDENTIAL, null, response);
            case BearerHeader.Malformed _ -> refusals.write(Refusal.MALFORMED, null, response);
            case BearerHeader.Presented presented ->
                    judge(presented.credential(), request, response, chain);
        }
    }

    private void judge(
            String presented,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        Verdict verdict;
        try {
            verdict =
                    keys.judge(
                            presented,
                            request.getMethod(),
                            request.getRequestURI(),
                            request.getRemoteAddr());
        } catch (TruthUnavailableException _) {
            refusals.write(Refusal.UNAVAILABLE, null, response);
            return;
        }
        Refusal refusal = verdict.code().refusal();
        Credential credential = verdict.credential();
        if (refusal != null || credential == null) {
            refusals.write(
                    refusal == null ? Refusal.INVALID : refusal, verdict.missingScope(), response);
            return;
        }
        proceed(new AuthenticatedCredential(credential, presented), request, response, chain);
    }

    private static void proceed(
            AuthenticatedCredential credential,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(credential);
        SecurityContextHolder.setContext(context);
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
