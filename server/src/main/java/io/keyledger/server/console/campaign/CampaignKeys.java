package io.keyledger.server.console.campaign;

import io.keyledger.query.inventory.CampaignView;
import io.keyledger.query.inventory.Inventory;
import io.keyledger.query.inventory.KeyFilter;
import io.keyledger.query.inventory.KeyStatus;
import io.keyledger.query.inventory.KeyView;
import io.keyledger.query.paging.Page;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.KeyWords;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The keys that are bound to a campaign, whole or by a filter; the newest first. */
@Controller
@OnCommandNode
class CampaignKeys {

    private static final int ROWS = 50;

    private final CampaignFrame frame;
    private final Inventory inventory;
    private final Clock clock;

    CampaignKeys(CampaignFrame frame, Inventory inventory, Clock clock) {
        this.frame = frame;
        this.inventory = inventory;
        this.clock = clock;
    }

    @GetMapping(CampaignPath.KEYS)
    ModelAndView list(
            WorkspaceAccess access,
            @PathVariable("campaign") String id,
            @RequestParam(required = false) @Nullable String cursor) {
        CampaignView campaign = frame.find(access, id);
        Instant now = clock.instant();
        Page<KeyView> page =
                inventory.keys(
                        KeyFilter.boundTo(campaign.id(), access.workspace().id()),
                        Listing.cursor(cursor),
                        now,
                        ROWS);
        Map<String, Object> model = new HashMap<>();
        model.put("bound", bound(page, now));
        model.put("words", KeyWords.of(access.hub()));
        if (page.next() != null) {
            model.put("next", page.next().encoded());
        }
        return frame.show(access, campaign, CampaignTab.KEYS, "campaign-keys", model);
    }

    private static List<BoundKey> bound(Page<KeyView> page, Instant now) {
        return page.items().stream().map(it -> new BoundKey(it, KeyStatus.of(it, now))).toList();
    }
}
