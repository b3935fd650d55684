package io.keyledger.server.page;

import io.keyledger.query.verification.TruthUnavailableException;
import io.keyledger.server.ledger.LedgerUnavailableException;
import io.keyledger.server.oauth.hub.HubEndpoint;
import io.keyledger.server.oauth.hub.OAuthHub;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.MediaType;
import org.springframework.transaction.CannotCreateTransactionException;

/** Brings visits to their pages. A form without the token of its session is taken nowhere. */
final class PageEndpoints implements HubEndpoint {

    private static final Logger log = LoggerFactory.getLogger(PageEndpoints.class);

    private final List<ReadPage> readable;
    private final List<FormPage> forms;
    private final BrowserSessions sessions;
    private final Pages pages;

    PageEndpoints(
            List<ReadPage> readable, List<FormPage> forms, BrowserSessions sessions, Pages pages) {
        this.readable = List.copyOf(readable);
        this.forms = List.copyOf(forms);
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    public boolean isAt(OAuthHub hub, String path) {
        return find(readable, hub, path).isPresent() || find(forms, hub, path).isPresent();
    }

    @Override
    public void answer(OAuthHub hub, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Visit visit = new Visit(hub, request, response, sessions.of(hub.id(), request, response));
        try {
            pages.write(visit, answer(visit, request), response);
        } catch (PageProblem problem) {
            pages.tell(visit, problem, response);
        } catch (LedgerUnavailableException
                | TruthUnavailableException
                | DataAccessResourceFailureException
                | TransientDataAccessException
                | CannotCreateTransactionException cause) {
            log.warn("a page cannot be shown: {}", cause.getMessage());
            pages.tell(visit, PageProblem.unavailable(), response);
        } catch (RuntimeException defect) {
            log.error("a page cannot be shown", defect);
            pages.tell(visit, PageProblem.failed(), response);
        }
    }

    private PageAnswer answer(Visit visit, HttpServletRequest request) throws IOException {
        OAuthHub hub = visit.hub();
        String path = request.getRequestURI().substring(hub.profile().basePath().length());
        return switch (request.getMethod()) {
            case "GET" -> find(readable, hub, path).orElseThrow(PageEndpoints::other).read(visit);
            case "POST" ->
                    submit(
                            find(forms, hub, path).orElseThrow(PageEndpoints::other),
                            visit,
                            request);
            default -> throw other();
        };
    }

    private static PageAnswer submit(FormPage page, Visit visit, HttpServletRequest request)
            throws IOException {
        if (!isForm(request)) {
            throw new PageProblem(415, "This is not a form", "Please use the form on the page.");
        }
        Form form = Form.read(request);
        if (!visit.sent(form)) {
            throw new PageProblem(
                    403,
                    "The form does not belong to this session",
                    "Please load the page again and send its form once more. It needs cookies, and"
                            + " HTTPS unless the server is on this very machine.");
        }
        return page.submit(visit, form);
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = Objects.requireNonNullElse(request.getContentType(), "").split(";", 2)[0];
        return type.strip().equalsIgnoreCase(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private static <P extends Page> Optional<P> find(List<P> pages, OAuthHub hub, String path) {
        return pages.stream()
                .filter(page -> path.equals(hub.besideAuthorize(page.name(hub))))
                .findFirst();
    }

    private static PageProblem other() {
        return new PageProblem(405, "This cannot be done here", "Please go back to the page.");
    }
}
