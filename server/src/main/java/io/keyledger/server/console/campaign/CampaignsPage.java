package io.keyledger.server.console.campaign;

import io.keyledger.query.inventory.CampaignView;
import io.keyledger.query.inventory.Inventory;
import io.keyledger.query.paging.Page;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.console.frame.Section;
import io.keyledger.server.controlplane.Listing;
import io.keyledger.server.node.OnCommandNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The campaigns of a workspace. */
@Controller
@OnCommandNode
class CampaignsPage {

    private static final int ROWS = 50;

    private final ConsolePages pages;
    private final Inventory inventory;

    CampaignsPage(ConsolePages pages, Inventory inventory) {
        this.pages = pages;
        this.inventory = inventory;
    }

    @GetMapping(CampaignPath.ALL)
    ModelAndView list(
            WorkspaceAccess access, @RequestParam(required = false) @Nullable String cursor) {
        Page<CampaignView> page =
                inventory.campaignsOf(access.workspace().id(), Listing.cursor(cursor), ROWS);
        Map<String, Object> model = new HashMap<>();
        model.put("campaigns", page.items());
        model.put("several", access.hub().collections().size() > 1);
        model.put("none", access.hub().collections().isEmpty());
        if (page.next() != null) {
            model.put("next", page.next().encoded());
        }
        return pages.show(access, Section.CAMPAIGNS, "campaigns", model);
    }
}
