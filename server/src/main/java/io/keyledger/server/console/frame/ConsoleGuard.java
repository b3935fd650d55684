package io.keyledger.server.console.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.server.console.access.Absent;
import io.keyledger.server.console.access.AccessControl;
import io.keyledger.server.console.access.ConsoleVisit;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.BrowserSession;
import io.keyledger.server.page.BrowserSessions;
import io.keyledger.server.page.Form;
import io.keyledger.server.page.PageProblem;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Stands before every page of the console: says what the page may load, finds the hub and the
 * session, and lets no form through that is not from a page of that session.
 */
@Component
@OnCommandNode
public class ConsoleGuard implements HandlerInterceptor {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action"
                    + " 'self'";

    private final AccessControl control;
    private final BrowserSessions sessions;

    ConsoleGuard(AccessControl control, BrowserSessions sessions) {
        this.control = control;
        this.sessions = sessions;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setCharacterEncoding(UTF_8);
        String hub = hubOf(request);
        if (hub != null) {
            enter(control.hub(hub).orElseThrow(Absent::page), request, response);
        }
        return true;
    }

    private void enter(HubProfile hub, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        BrowserSession session = sessions.of(hub.hub(), request, response);
        new ConsoleVisit(hub, session, null, request).attach();
        if (!request.getMethod().equals("GET")) {
            new ConsoleVisit(hub, session, form(session, request), request).attach();
        }
    }

    private static Form form(BrowserSession session, HttpServletRequest request)
            throws IOException {
        Form form = read(request);
        if (!session.sent(form)) {
            throw new PageProblem(
                    403,
                    "The form does not belong to this session",
                    "Nothing was changed. Please load the page again and send its form once more."
                            + " It needs cookies, and HTTPS unless the server is on this very"
                            + " machine.");
        }
        return form;
    }

    private static Form read(HttpServletRequest request) throws IOException {
        String type = Objects.requireNonNullElse(request.getContentType(), "").split(";", 2)[0];
        return switch (type.strip().toLowerCase(Locale.ROOT)) {
            case MediaType.APPLICATION_FORM_URLENCODED_VALUE -> Form.read(request);
            case MediaType.MULTIPART_FORM_DATA_VALUE -> Form.of(parts(request));
            default ->
                    throw new PageProblem(
                            415, "This is not a form", "Please use the form on the page.");
        };
    }

    /** The container reads no more than {@code spring.servlet.multipart} allows. */
    private static Collection<Part> parts(HttpServletRequest request) throws IOException {
        try {
            return request.getParts();
        } catch (ServletException | IllegalStateException _) {
            throw new PageProblem(
                    413,
                    "The file is too large",
                    "Nothing was changed. A logo has at most 32 KB: please go back and choose a"
                            + " smaller one.");
        }
    }

    private static @Nullable String hubOf(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                                instanceof Map<?, ?> variables
                        && variables.get("hub") instanceof String hub
                ? hub
                : null;
    }
}
