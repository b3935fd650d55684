package io.keyledger.server.page;

import io.keyledger.server.page.PageAnswer.Elsewhere;
import io.keyledger.server.page.PageAnswer.Shown;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Writes what people get to see. A page loads nothing but the one stylesheet and pictures that are
 * part of it: no script, no other site. The templates call public methods only.
 */
final class Pages {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none';"
                    + " frame-ancestors 'none'; form-action 'self'";

    private static final int RETRY_AFTER_SECONDS = 5;

    private final ITemplateEngine engine;
    private final Stylesheet stylesheet;

    Pages(ITemplateEngine engine, Stylesheet stylesheet) {
        this.engine = engine;
        this.stylesheet = stylesheet;
    }

    void write(Visit visit, PageAnswer answer, HttpServletResponse response) throws IOException {
        switch (answer) {
            case Shown shown -> {
                Map<String, Object> model = surroundings(visit);
                visit.person().ifPresent(person -> model.put("person", person));
                show(model, shown, response);
            }
            case Elsewhere elsewhere -> {
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                response.setHeader(HttpHeaders.LOCATION, elsewhere.location());
            }
        }
    }

    /** Tells what is the matter. Asks nobody who is signed in: the tables may be the matter. */
    void tell(Visit visit, PageProblem problem, HttpServletResponse response) throws IOException {
        if (problem.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setIntHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        Map<String, Object> words = Map.of("title", problem.title(), "text", problem.text());
        Shown message = new Shown(problem.status(), "message", words, List.of());
        show(surroundings(visit), message, response);
    }

    private Map<String, Object> surroundings(Visit visit) {
        Map<String, Object> model = new HashMap<>(visit.surroundings());
        model.put("stylesheet", stylesheet.name());
        return model;
    }

    private void show(Map<String, Object> model, Shown shown, HttpServletResponse response)
            throws IOException {
        model.putAll(shown.model());
        String html = engine.process(shown.template(), new Context(Locale.ENGLISH, model));
        response.setStatus(shown.status());
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", policy(shown.leadsTo()));
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
    }

    private static String policy(List<String> leadsTo) {
        return leadsTo.isEmpty() ? POLICY : POLICY + " " + String.join(" ", leadsTo);
    }
}
