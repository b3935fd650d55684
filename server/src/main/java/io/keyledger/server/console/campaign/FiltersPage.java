package io.keyledger.server.console.campaign;

import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.node.OnCommandNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The filters of a campaign. */
@Controller
@OnCommandNode
class FiltersPage {

    private final CampaignFrame frame;
    private final FilterPages pages;

    FiltersPage(CampaignFrame frame, FilterPages pages) {
        this.frame = frame;
        this.pages = pages;
    }

    @GetMapping(CampaignPath.FILTERS)
    ModelAndView list(
            WorkspaceAccess access,
            @PathVariable("campaign") String id,
            @RequestParam(required = false) @Nullable String cursor) {
        return pages.list(access, frame.find(access, id), cursor);
    }
}
