package io.keyledger.server.console.audit;

import io.keyledger.query.audittrail.AuditSearch;
import io.keyledger.server.console.access.ConsolePath;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.console.frame.Section;
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

/** What happened in a workspace, and nowhere else. */
@Controller
@OnCommandNode
class AuditPage {

    private static final String PATH = ConsolePath.WORKSPACE + "/audit";

    private final ConsolePages pages;
    private final Found found;
    private final AuditFile file;

    AuditPage(ConsolePages pages, Found found, AuditFile file) {
        this.pages = pages;
        this.found = found;
        this.file = file;
    }

    @GetMapping(PATH)
    ModelAndView search(
            WorkspaceAccess access,
            @ModelAttribute SearchForm sent,
            @RequestParam(required = false) @Nullable String cursor) {
        SearchForm form = sent.anywhere();
        return FormProblem.orTaken(
                () -> show(access, found.model(form, within(access, form), cursor)),
                problem -> show(access, found.form(form, problem)));
    }

    @GetMapping(PATH + "/events.{extension}")
    void export(
            WorkspaceAccess access,
            @ModelAttribute SearchForm form,
            @PathVariable String extension,
            HttpServletResponse response) {
        file.send(within(access, form), extension, response);
    }

    private static AuditSearch within(WorkspaceAccess access, SearchForm form) {
        return form.anywhere().question().search().within(access.workspace().id());
    }

    private ModelAndView show(WorkspaceAccess access, Map<String, Object> model) {
        model.put("here", access.path("/audit"));
        return pages.show(access, Section.AUDIT, "audit", model);
    }
}
