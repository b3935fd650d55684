package io.keyledger.server.console.home;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.query.inventory.Inventory;
import io.keyledger.query.inventory.WorkspaceView;
import io.keyledger.query.paging.Page;
import io.keyledger.query.verification.HubDirectory;
import io.keyledger.server.console.access.AccessControl;
import io.keyledger.server.console.access.SignedIn;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.console.frame.OperatorSection;
import io.keyledger.server.controlplane.Freshness;
import io.keyledger.server.controlplane.Listing;
import io.keyledger.server.node.OnCommandNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Every workspace of a hub, for those who run Keyledger. */
@Component
@OnCommandNode
class AllWorkspaces {

    private static final int ROWS = 50;

    private final ConsolePages pages;
    private final AccessControl control;
    private final HubDirectory hubs;
    private final Inventory inventory;
    private final Freshness freshness;

    AllWorkspaces(
            ConsolePages pages,
            AccessControl control,
            HubDirectory hubs,
            Inventory inventory,
            Freshness freshness) {
        this.pages = pages;
        this.control = control;
        this.hubs = hubs;
        this.inventory = inventory;
        this.freshness = freshness;
    }

    /**
     * The page.
     *
     * @param of the hub; null for the first
     * @param name a part of the names that are searched for; empty for all
     * @param cursor where the page before ended; null for the first page
     */
    ModelAndView show(SignedIn who, @Nullable String of, String name, @Nullable String cursor) {
        List<HubProfile> all = hubs.all().stream().map(it -> it.source()).toList();
        HubProfile hub = chosen(all, of);
        freshness.await(Inventory.GROUP);
        Page<WorkspaceView> page =
                inventory.workspacesOf(hub.hub().value(), name, Listing.cursor(cursor), ROWS);
        Map<String, Object> model = new HashMap<>();
        model.put("hubs", all);
        model.put("chosen", hub);
        model.put("rows", page.items());
        model.put("name", name);
        if (page.next() != null) {
            model.put("next", page.next().encoded());
        }
        return pages.show(
                control.operator(who), OperatorSection.WORKSPACES, "all-workspaces", model);
    }

    private static HubProfile chosen(List<HubProfile> all, @Nullable String of) {
        return all.stream()
                .filter(it -> it.hub().value().equals(of))
                .findFirst()
                .or(() -> all.stream().filter(it -> !it.hub().equals(HubId.KEYLEDGER)).findFirst())
                .orElseGet(() -> Objects.requireNonNull(all.getFirst()));
    }
}
