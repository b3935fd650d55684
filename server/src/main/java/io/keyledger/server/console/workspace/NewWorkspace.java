package io.keyledger.server.console.workspace;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.server.console.access.ConsolePath;
import io.keyledger.server.console.access.Operator;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.console.frame.OperatorSection;
import io.keyledger.server.console.words.PlanWords;
import io.keyledger.server.controlplane.PathIds;
import io.keyledger.server.controlplane.workspace.WorkspaceAnswer;
import io.keyledger.server.controlplane.workspace.WorkspaceRegistration;
import io.keyledger.server.controlplane.workspace.WorkspaceRegistration.Body;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Form;
import io.keyledger.verdict.profile.CompiledProfile;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Registers a workspace of a hub, for those who run Keyledger. */
@Controller
@OnCommandNode
class NewWorkspace {

    private static final String PATH = ConsolePath.HUB + "/workspaces/new";

    private final ConsolePages pages;
    private final WorkspaceFrame frame;
    private final WorkspaceRegistration registration;

    NewWorkspace(ConsolePages pages, WorkspaceFrame frame, WorkspaceRegistration registration) {
        this.pages = pages;
        this.frame = frame;
        this.registration = registration;
    }

    @GetMapping(PATH)
    ModelAndView ask(Operator operator, @RequestParam(defaultValue = "") String of) {
        operator.requireChanges();
        return page(operator, rules(of), new Typed("", "", ""), FormProblem.NONE);
    }

    @PostMapping(PATH)
    ModelAndView register(Operator operator, Form form) {
        CompiledProfile rules = rules(form.value("of"));
        Typed typed = Typed.read(form);
        return FormProblem.orTaken(
                () -> registered(operator, rules.source(), form),
                problem -> page(operator, rules, typed, problem));
    }

    private ModelAndView registered(Operator operator, HubProfile hub, Form form) {
        Body body =
                new Body(
                        form.value("name").strip(),
                        form.value("plan"),
                        form.text("externalId"),
                        null);
        WorkspaceAnswer made =
                Objects.requireNonNull(
                        registration
                                .register(hub.hub().value(), body, operator.who().caller(form))
                                .getBody());
        return ConsolePages.elsewhere(operator.who().path("/workspaces/" + made.id()));
    }

    private CompiledProfile rules(String hub) {
        return frame.rules(PathIds.hub(hub));
    }

    private ModelAndView page(
            Operator operator, CompiledProfile rules, Typed typed, FormProblem problem) {
        return pages.show(
                operator,
                OperatorSection.WORKSPACES,
                "workspace-new",
                Map.of(
                        "of",
                        rules.source(),
                        "plans",
                        PlanWords.all(rules),
                        "typed",
                        typed,
                        "problem",
                        problem));
    }

    /** What is typed. */
    record Typed(String name, String plan, String externalId) {

        static Typed read(Form form) {
            return new Typed(form.value("name"), form.value("plan"), form.value("externalId"));
        }
    }
}
