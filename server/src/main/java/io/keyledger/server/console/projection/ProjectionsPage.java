package io.keyledger.server.console.projection;

import io.keyledger.server.console.access.ConsolePath;
import io.keyledger.server.console.access.Operator;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.console.frame.OperatorSection;
import io.keyledger.server.ledger.Projections;
import io.keyledger.server.node.OnCommandNode;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** How far each read model is behind the ledger, and why one has halted. */
@Controller
@OnCommandNode
class ProjectionsPage {

    private final ConsolePages pages;
    private final Projections projections;

    ProjectionsPage(ConsolePages pages, Projections projections) {
        this.pages = pages;
        this.projections = projections;
    }

    @GetMapping(ConsolePath.HUB + "/projections")
    ModelAndView show(Operator operator) {
        return pages.show(
                operator,
                OperatorSection.PROJECTIONS,
                "projections",
                Map.of("rows", projections.progress()));
    }
}
