package io.keyledger.server.console.people;

import io.keyledger.query.inventory.MemberView;
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

/** Who belongs to a workspace, in the order in which they joined. */
@Controller
@OnCommandNode
class PeoplePage {

    static final String PATH = ConsolePath.WORKSPACE + "/people";

    private static final int ROWS = 50;

    private final ConsolePages pages;
    private final OAuthInventory inventory;

    PeoplePage(ConsolePages pages, OAuthInventory inventory) {
        this.pages = pages;
        this.inventory = inventory;
    }

    @GetMapping(PATH)
    ModelAndView list(
            WorkspaceAccess access, @RequestParam(required = false) @Nullable String cursor) {
        Page<MemberView> page =
                inventory.membersOf(access.workspace().id(), Listing.cursor(cursor), ROWS);
        Map<String, Object> model = new HashMap<>();
        model.put("people", page.items());
        if (page.next() != null) {
            model.put("next", page.next().encoded());
        }
        return pages.show(access, Section.PEOPLE, "people", model);
    }
}
