package io.keyledger.server.console.key;

import io.keyledger.query.inventory.Inventory;
import io.keyledger.query.inventory.KeyStatus;
import io.keyledger.query.inventory.KeyView;
import io.keyledger.query.paging.Page;
import io.keyledger.query.usage.Usage;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.Names;
import io.keyledger.server.controlplane.Listing;
import io.keyledger.server.node.OnCommandNode;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The API keys of a workspace. */
@Controller
@OnCommandNode
class KeysPage {

    private static final int ROWS = 50;

    private final OwnKeys keys;
    private final Inventory inventory;
    private final Usage usage;
    private final Names names;
    private final Clock clock;

    KeysPage(OwnKeys keys, Inventory inventory, Usage usage, Names names, Clock clock) {
        this.keys = keys;
        this.inventory = inventory;
        this.usage = usage;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping(KeyPaths.KEYS)
    ModelAndView list(
            WorkspaceAccess access,
            @ModelAttribute KeySearchForm search,
            @RequestParam(required = false) @Nullable String cursor) {
        Instant now = clock.instant();
        Page<KeyView> page =
                inventory.keys(
                        search.in(access.workspace().id()), Listing.cursor(cursor), now, ROWS);
        Map<String, Object> model = new HashMap<>();
        model.put("search", search);
        model.put("lines", lines(access, page.items(), now));
        model.put("scopes", access.hub().scopes());
        model.put("shows", Showing.isOffered(access.hub()));
        if (page.next() != null) {
            model.put("next", page.next().encoded());
        }
        return keys.show(access, "keys", model);
    }

    private List<KeyLine> lines(WorkspaceAccess access, List<KeyView> found, Instant now) {
        Map<String, String> known = new HashMap<>();
        Map<String, Instant> used = usage.lastUsed(found.stream().map(KeyView::id).toList());
        return found.stream()
                .map(it ->
                        new KeyLine(
                                it,
                                KeyStatus.of(it, now),
                                known.computeIfAbsent(it.issuedBy(), names::ofActor),
                                used.get(it.id()),
                                KeyDocumentation.link(access, it)))
                .toList();
    }
}
