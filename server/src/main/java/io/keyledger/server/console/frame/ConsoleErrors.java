package io.keyledger.server.console.frame;

import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.query.verification.TruthUnavailableException;
import io.keyledger.server.console.access.Absent;
import io.keyledger.server.console.access.ConsolePath;
import io.keyledger.server.console.access.ConsoleVisit;
import io.keyledger.server.console.access.SignInNeeded;
import io.keyledger.server.idempotency.IdempotencyConflict;
import io.keyledger.server.ledger.LedgerUnavailableException;
import io.keyledger.server.ledger.VersionConflictException;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.PageProblem;
import io.keyledger.server.problem.BrokenOff;
import io.keyledger.server.problem.ProblemException;
import io.keyledger.server.reveal.RevealKeyMissingException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Tells people what is the matter, where a program would get problem details. */
@ControllerAdvice("io.keyledger.server.console")
@Order(Ordered.HIGHEST_PRECEDENCE)
@OnCommandNode
class ConsoleErrors {

    private static final Logger log = LoggerFactory.getLogger(ConsoleErrors.class);

    private static final String RETRY_AFTER_SECONDS = "5";

    private final ConsolePages pages;

    ConsoleErrors(ConsolePages pages) {
        this.pages = pages;
    }

    /** Brings people back to where they wanted to go, when that was a page and not a form. */
    @ExceptionHandler
    ModelAndView signIn(SignInNeeded needed, HttpServletRequest request) {
        String page = request.getMethod().equals("GET") ? wanted(request) : "";
        return ConsolePages.elsewhere(
                ConsolePath.of(needed.hub())
                        + "/sign-in"
                        + (page.isEmpty()
                                ? ""
                                : "?continue=" + URLEncoder.encode(page, StandardCharsets.UTF_8)));
    }

    @ExceptionHandler
    ModelAndView tell(PageProblem problem, HttpServletRequest request) {
        return message(problem, request);
    }

    @ExceptionHandler
    ModelAndView tell(CommandRejected rejected, HttpServletRequest request) {
        return switch (rejected.reason().kind()) {
            case ABSENT -> message(Absent.page(), request);
            case FORBIDDEN -> message(refused(403, rejected.reason().text()), request);
            case CONFLICT -> message(refused(409, rejected.reason().text()), request);
            case INVALID -> message(refused(422, rejected.reason().text()), request);
        };
    }

    @ExceptionHandler
    ModelAndView tell(ProblemException problem, HttpServletRequest request) {
        HttpStatus status = problem.code().status();
        return message(
                status == HttpStatus.NOT_FOUND
                        ? Absent.page()
                        : refused(
                                status.value(),
                                Objects.requireNonNullElse(
                                        problem.detail(), problem.code().text())),
                request);
    }

    /** Leads on to what the form was about: there, what was done is seen. */
    @ExceptionHandler
    ModelAndView conflict(IdempotencyConflict conflict, HttpServletRequest request) {
        return message(SentTwice.page(conflict.kind()), request)
                .addObject("above", SentTwice.above(request.getRequestURI()));
    }

    @ExceptionHandler(VersionConflictException.class)
    ModelAndView conflict(HttpServletRequest request) {
        return message(
                new PageProblem(
                        409,
                        "Somebody was faster",
                        "This was changed at the same moment. Please look at the page again."),
                request);
    }

    @ExceptionHandler
    ModelAndView tell(HttpRequestMethodNotSupportedException other, HttpServletRequest request) {
        log.debug("a page was asked for by {}", other.getMethod());
        return message(
                new PageProblem(405, "This cannot be done here", "Please go back to the page."),
                request);
    }

    @ExceptionHandler({
        RevealKeyMissingException.class,
        LedgerUnavailableException.class,
        TruthUnavailableException.class,
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class
    })
    ModelAndView unavailable(
            Exception cause, HttpServletRequest request, HttpServletResponse response) {
        log.warn("a page cannot be shown: {}", cause.getMessage());
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return message(PageProblem.unavailable(), request);
    }

    /** On its way out it cuts the connection. */
    @ExceptionHandler
    ModelAndView brokenOff(BrokenOff cause) {
        throw cause;
    }

    @ExceptionHandler
    ModelAndView failed(Exception defect, HttpServletRequest request) {
        log.error("a page cannot be shown", defect);
        return message(PageProblem.failed(), request);
    }

    private static PageProblem refused(int status, String text) {
        return new PageProblem(status, "This was not done", text);
    }

    /** Asks nobody who is signed in: the tables may be the matter. */
    private ModelAndView message(PageProblem problem, HttpServletRequest request) {
        Map<String, String> words = Map.of("title", problem.title(), "text", problem.text());
        ConsoleVisit visit = ConsoleVisit.of(request);
        ModelAndView page =
                visit == null
                        ? pages.outside("message", words)
                        : pages.open(visit, "message", words);
        page.setStatus(HttpStatus.valueOf(problem.status()));
        return page;
    }

    private static String wanted(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
