package io.keyledger.server.console.usage;

import io.keyledger.query.usage.Usage;
import io.keyledger.server.console.access.ConsolePath;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.Section;
import io.keyledger.server.node.OnCommandNode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The usage of a workspace. */
@Controller
@OnCommandNode
class WorkspaceUsagePage {

    private static final String PATH = "/usage";

    private final UsagePages pages;
    private final Usage usage;
    private final BusyRows busy;

    WorkspaceUsagePage(UsagePages pages, Usage usage, BusyRows busy) {
        this.pages = pages;
        this.usage = usage;
        this.busy = busy;
    }

    @GetMapping(ConsolePath.WORKSPACE + PATH)
    ModelAndView show(WorkspaceAccess access, @RequestParam(defaultValue = "") String span) {
        String workspace = access.workspace().id();
        return pages.show(
                access,
                Section.USAGE,
                PATH,
                span,
                range -> usage.ofWorkspace(workspace, range),
                (model, chosen, range) -> model.put("busy", busy.of(access, chosen, range)));
    }
}
