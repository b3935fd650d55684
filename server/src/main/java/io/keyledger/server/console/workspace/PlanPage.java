package io.keyledger.server.console.workspace;

import io.keyledger.server.console.access.ConsolePath;
import io.keyledger.server.console.access.Operator;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.console.words.PlanWords;
import io.keyledger.server.controlplane.ChangeAnswer;
import io.keyledger.server.controlplane.workspace.WorkspaceChanges;
import io.keyledger.server.controlplane.workspace.WorkspaceChanges.Patch;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Changes the plan of a workspace, for those who run Keyledger: told first, done then. */
@Controller
@OnCommandNode
class PlanPage {

    private static final String PATH = ConsolePath.WORKSPACE + "/plan";

    private final WorkspaceFrame frame;
    private final WorkspaceChanges changes;

    PlanPage(WorkspaceFrame frame, WorkspaceChanges changes) {
        this.frame = frame;
        this.changes = changes;
    }

    @GetMapping(PATH)
    ModelAndView ask(
            WorkspaceAccess access, Operator operator, @RequestParam(defaultValue = "") String to) {
        return page(access, operator, new Typed(to, ""), FormProblem.NONE, null);
    }

    @PostMapping(PATH)
    ModelAndView change(WorkspaceAccess access, Operator operator, Form form) {
        Typed typed = new Typed(form.value("to"), form.value("reason"));
        return FormProblem.orTaken(
                () -> changed(access, operator, form),
                problem -> page(access, operator, typed, problem, null));
    }

    private ModelAndView changed(WorkspaceAccess access, Operator operator, Form form) {
        Patch plan = new Patch(null, form.value("to"), form.text("reason"));
        ChangeAnswer answer =
                changes.patch(access.workspace().id(), plan, operator.who().caller(form)).getBody();
        WorkspaceAccess now = frame.changed(access);
        return page(now, operator, new Typed("", ""), FormProblem.NONE, answer);
    }

    private ModelAndView page(
            WorkspaceAccess access,
            Operator operator,
            Typed typed,
            FormProblem problem,
            @Nullable ChangeAnswer answer) {
        List<PlanWords> plans = PlanWords.all(frame.rules(access.hub().hub()));
        PlanWords now = PlanWords.of(access.workspace().plan(), frame.rules(access.hub().hub()));
        Map<String, Object> model = new HashMap<>();
        model.put("now", now);
        model.put("plans", plans);
        model.put("reason", typed.reason());
        model.put("problem", problem);
        model.put("changes", operator.changes());
        plans.stream()
                .filter(it -> it.plan().equals(typed.to()) && !it.plan().equals(now.plan()))
                .findFirst()
                .ifPresent(then -> model.put("then", then));
        return frame.show(access, "workspace-plan", model, answer);
    }

    /** What is chosen and typed. */
    private record Typed(String to, String reason) {}
}
