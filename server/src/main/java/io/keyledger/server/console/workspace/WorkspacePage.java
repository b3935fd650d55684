package io.keyledger.server.console.workspace;

import io.keyledger.query.inventory.WorkspaceView;
import io.keyledger.server.console.access.ConsolePath;
import io.keyledger.server.console.access.Operator;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.console.words.PlanWords;
import io.keyledger.server.controlplane.ChangeAnswer;
import io.keyledger.server.controlplane.Why;
import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.controlplane.workspace.WorkspaceChanges;
import io.keyledger.server.controlplane.workspace.WorkspaceChanges.Patch;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Form;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A workspace: what it is, and what its plan gives. Those who run Keyledger change it here. */
@Controller
@OnCommandNode
class WorkspacePage {

    private final WorkspaceFrame frame;
    private final WorkspaceChanges changes;

    WorkspacePage(WorkspaceFrame frame, WorkspaceChanges changes) {
        this.frame = frame;
        this.changes = changes;
    }

    @GetMapping(ConsolePath.WORKSPACE)
    ModelAndView show(WorkspaceAccess access) {
        return page(access, Typed.nothing(access.workspace()), FormProblem.NONE, null);
    }

    @PostMapping(ConsolePath.WORKSPACE)
    ModelAndView change(WorkspaceAccess access, Operator operator, Form form) {
        return FormProblem.orTaken(
                () -> changed(access, change(access.workspace(), operator, form)),
                problem -> page(access, Typed.read(form, access.workspace()), problem, null));
    }

    private @Nullable ChangeAnswer change(WorkspaceView workspace, Operator operator, Form form) {
        Caller caller = operator.who().caller(form);
        Why why = new Why(form.text("reason"));
        return switch (form.value("do")) {
            case "suspend" -> changes.suspend(workspace.id(), why, caller).getBody();
            case "resume" -> changes.resume(workspace.id(), why, caller).getBody();
            default -> {
                Patch name = new Patch(form.value("name").strip(), null, null);
                yield changes.patch(workspace.id(), name, caller).getBody();
            }
        };
    }

    private ModelAndView changed(WorkspaceAccess access, @Nullable ChangeAnswer answer) {
        WorkspaceAccess now = frame.changed(access);
        return page(now, Typed.nothing(now.workspace()), FormProblem.NONE, answer);
    }

    private ModelAndView page(
            WorkspaceAccess access,
            Typed typed,
            FormProblem problem,
            @Nullable ChangeAnswer answer) {
        boolean operating = access.who().operating().isPresent();
        Map<String, Object> model =
                Map.of(
                        "plan",
                        PlanWords.of(access.workspace().plan(), frame.rules(access.hub().hub())),
                        "typed",
                        typed,
                        "problem",
                        problem,
                        "operating",
                        operating && access.changes());
        return frame.show(access, "workspace", model, answer);
    }

    /** What is typed. */
    record Typed(String name, String reason) {

        static Typed nothing(WorkspaceView workspace) {
            return new Typed(workspace.name(), "");
        }

        /** The forms of the page share a problem, and each has its own fields. */
        static Typed read(Form form, WorkspaceView workspace) {
            boolean renames = form.value("do").equals("rename");
            return new Typed(renames ? form.value("name") : workspace.name(), form.value("reason"));
        }
    }
}
