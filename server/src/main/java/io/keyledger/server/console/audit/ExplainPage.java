package io.keyledger.server.console.audit;

import io.keyledger.server.console.access.ConsolePath;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.console.frame.Section;
import io.keyledger.server.controlplane.audit.Explained;
import io.keyledger.server.node.OnCommandNode;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Would this request have been allowed, and why? */
@Controller
@OnCommandNode
class ExplainPage {

    private final ConsolePages pages;
    private final Explained explained;
    private final Pickable pickable;
    private final Clock clock;

    ExplainPage(ConsolePages pages, Explained explained, Pickable pickable, Clock clock) {
        this.pages = pages;
        this.explained = explained;
        this.pickable = pickable;
        this.clock = clock;
    }

    @GetMapping(ConsolePath.WORKSPACE + "/audit/explain")
    ModelAndView ask(WorkspaceAccess access, @ModelAttribute ExplainForm form) {
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        return FormProblem.orTaken(
                () -> answer(access, form, model), problem -> show(access, problem, model));
    }

    private ModelAndView answer(
            WorkspaceAccess access, ExplainForm form, Map<String, Object> model) {
        if (form.isSent()) {
            access.owns(explained.ownerOf(form.credential()).workspace());
            Instant moment = Moment.of(form.at(), clock);
            model.put("moment", moment);
            model.put(
                    "answer",
                    explained.of(form.credential(), form.generation(), form.request(), moment));
        }
        return show(access, FormProblem.NONE, model);
    }

    private ModelAndView show(
            WorkspaceAccess access, FormProblem problem, Map<String, Object> model) {
        model.put("problem", problem);
        model.put("keys", pickable.keys(access.workspace().id()));
        return pages.show(access, Section.AUDIT, "audit-explain", model);
    }
}
