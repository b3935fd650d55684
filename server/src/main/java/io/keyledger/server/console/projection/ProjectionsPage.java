package io.keyledger.server.console.projection;

import io.keyledger.server.console.access.ConsolePath;
import io.keyledger.server.console.access.Operator;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.console.frame.OperatorSection;
import io.keyledger.server.controlplane.projection.Rebuilding;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Form;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * How far each read model is behind the ledger, why one has halted, and how far a rebuild is, which
 * can be cancelled here.
 */
@Controller
@OnCommandNode
class ProjectionsPage {

    static final String PATH = ConsolePath.HUB + "/projections";

    private final ConsolePages pages;
    private final ReadModels models;
    private final Rebuilding rebuilding;

    ProjectionsPage(ConsolePages pages, ReadModels models, Rebuilding rebuilding) {
        this.pages = pages;
        this.models = models;
        this.rebuilding = rebuilding;
    }

    @GetMapping(PATH)
    ModelAndView show(Operator operator) {
        return page(operator, FormProblem.NONE);
    }

    @PostMapping(PATH + "/{projection}/rebuild/cancel")
    ModelAndView cancel(Operator operator, @PathVariable String projection, Form form) {
        return FormProblem.orTaken(
                () -> {
                    rebuilding.cancel(projection, operator.who().caller(form));
                    return ConsolePages.elsewhere(operator.who().path("/projections"));
                },
                problem -> page(operator, problem));
    }

    private ModelAndView page(Operator operator, FormProblem problem) {
        List<ReadModel> rows = models.all();
        return pages.show(
                operator,
                OperatorSection.PROJECTIONS,
                "projections",
                Map.of(
                        "rows",
                        rows,
                        "pause",
                        rows.stream().anyMatch(ReadModel::rebuilding) ? 1 : 5,
                        "problem",
                        problem));
    }
}
