package io.keyledger.server.console.oauthapp;

import io.keyledger.query.inventory.OAuthAppView;
import io.keyledger.query.inventory.OAuthInventory;
import io.keyledger.query.paging.Page;
import io.keyledger.server.console.access.ConsolePath;
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

/** The OAuth apps of a workspace, deleted ones included. */
@Controller
@OnCommandNode
class AppsPage {

    static final String PATH = ConsolePath.WORKSPACE + "/oauth-apps";

    private static final int ROWS = 50;

    private final ConsolePages pages;
    private final OAuthInventory inventory;
    private final OAuthOffer offer;

    AppsPage(ConsolePages pages, OAuthInventory inventory, OAuthOffer offer) {
        this.pages = pages;
        this.inventory = inventory;
        this.offer = offer;
    }

    @GetMapping(PATH)
    ModelAndView list(
            WorkspaceAccess access, @RequestParam(required = false) @Nullable String cursor) {
        offer.of(access);
        Page<OAuthAppView> page =
                inventory.appsOf(access.workspace().id(), Listing.cursor(cursor), ROWS);
        Map<String, Object> model = new HashMap<>();
        model.put("apps", page.items());
        if (page.next() != null) {
            model.put("next", page.next().encoded());
        }
        return pages.show(access, Section.APPS, "oauth-apps", model);
    }
}
