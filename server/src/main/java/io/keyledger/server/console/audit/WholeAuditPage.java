package io.keyledger.server.console.audit;

import io.keyledger.server.console.access.ConsolePath;
import io.keyledger.server.console.access.Operator;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.console.frame.OperatorSection;
import io.keyledger.server.node.OnCommandNode;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What happened anywhere, for those who run Keyledger. */
@Controller
@OnCommandNode
class WholeAuditPage {

    private static final String PATH = ConsolePath.HUB + "/audit";

    private final ConsolePages pages;
    private final Found found;
    private final AuditFile file;

    WholeAuditPage(ConsolePages pages, Found found, AuditFile file) {
        this.pages = pages;
        this.found = found;
        this.file = file;
    }

    @GetMapping(PATH)
    ModelAndView search(
            Operator operator,
            @ModelAttribute SearchForm form,
            @RequestParam(required = false) @Nullable String cursor) {
        return FormProblem.orTaken(
                () -> show(operator, found.model(form, form.question().search(), cursor)),
                problem -> show(operator, found.form(form, problem)));
    }

    @GetMapping(PATH + "/events.{extension}")
    void export(
            Operator operator,
            @ModelAttribute SearchForm form,
            @PathVariable String extension,
            HttpServletResponse response) {
        file.send(form.question().search(), extension, response);
    }

    private ModelAndView show(Operator operator, Map<String, Object> model) {
        model.put("here", operator.who().path("/audit"));
        return pages.show(operator, OperatorSection.AUDIT, "audit", model);
    }
}
