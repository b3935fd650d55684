package io.keyledger.server.console.projection;

import io.keyledger.server.console.access.Absent;
import io.keyledger.server.console.access.Operator;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.console.frame.OperatorSection;
import io.keyledger.server.controlplane.Why;
import io.keyledger.server.controlplane.projection.Rebuilding;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Form;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Asks why a read model is to be rebuilt, and starts that. */
@Controller
@OnCommandNode
class RebuildPage {

    private static final String PATH = ProjectionsPage.PATH + "/{projection}/rebuild";

    private final ConsolePages pages;
    private final ReadModels models;
    private final Rebuilding rebuilding;

    RebuildPage(ConsolePages pages, ReadModels models, Rebuilding rebuilding) {
        this.pages = pages;
        this.models = models;
        this.rebuilding = rebuilding;
    }

    @GetMapping(PATH)
    ModelAndView ask(Operator operator, @PathVariable String projection) {
        operator.requireChanges();
        return page(operator, known(projection), "", FormProblem.NONE);
    }

    @PostMapping(PATH)
    ModelAndView start(Operator operator, @PathVariable String projection, Form form) {
        String name = known(projection);
        return FormProblem.orTaken(
                () -> {
                    Why why = new Why(form.text("reason"));
                    rebuilding.start(name, why, operator.who().caller(form));
                    return ConsolePages.elsewhere(operator.who().path("/projections"));
                },
                problem -> page(operator, name, form.value("reason"), problem));
    }

    private String known(String projection) {
        if (!models.knows(projection)) {
            throw Absent.page();
        }
        return projection;
    }

    private ModelAndView page(
            Operator operator, String projection, String reason, FormProblem problem) {
        return pages.show(
                operator,
                OperatorSection.PROJECTIONS,
                "projection-rebuild",
                Map.of("projection", projection, "reason", reason, "problem", problem));
    }
}
