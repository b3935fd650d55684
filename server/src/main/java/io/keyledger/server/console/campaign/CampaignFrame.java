package io.keyledger.server.console.campaign;

import io.keyledger.query.inventory.CampaignView;
import io.keyledger.query.inventory.Inventory;
import io.keyledger.server.console.access.Absent;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.console.frame.MenuItem;
import io.keyledger.server.console.frame.Section;
import io.keyledger.server.controlplane.Freshness;
import io.keyledger.server.controlplane.PathIds;
import io.keyledger.server.node.OnCommandNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Finds a campaign for those who may see it, and puts its pages into their frame. */
@Component
@OnCommandNode
class CampaignFrame {

    private final ConsolePages pages;
    private final Inventory inventory;
    private final Freshness freshness;

    CampaignFrame(ConsolePages pages, Inventory inventory, Freshness freshness) {
        this.pages = pages;
        this.inventory = inventory;
        this.freshness = freshness;
    }

    /** A campaign of the workspace; any other is as absent as none. */
    CampaignView find(WorkspaceAccess access, String id) {
        CampaignView campaign =
                inventory.campaign(PathIds.campaign(id).value()).orElseThrow(Absent::page);
        access.owns(campaign.workspace());
        return campaign;
    }

    /** The same campaign as it stands after a change. */
    CampaignView changed(CampaignView campaign) {
        freshness.await(Inventory.GROUP);
        return inventory.campaign(campaign.id()).orElseThrow(Absent::page);
    }

    /**
     * A page of a campaign. Its template finds, besides what it is given, {@code campaign}, {@code
     * here} (the path of the campaign's own page), {@code open} (whether the reader can change it)
     * and the tabs.
     */
    ModelAndView show(
            WorkspaceAccess access,
            CampaignView campaign,
            CampaignTab tab,
            String template,
            Map<String, ?> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("campaign", campaign);
        all.put("here", path(access, campaign, ""));
        all.put("open", access.changes() && campaign.archivedAt() == null);
        all.put("tabs", tabs(access, campaign, tab));
        return pages.show(access, Section.CAMPAIGNS, template, all);
    }

    static String path(WorkspaceAccess access, CampaignView campaign, String below) {
        return access.path("/campaigns/" + campaign.id() + below);
    }

    private static List<MenuItem> tabs(
            WorkspaceAccess access, CampaignView campaign, CampaignTab here) {
        return Arrays.stream(CampaignTab.values())
                .map(it ->
                        new MenuItem(
                                it.title(access.hub()),
                                path(access, campaign, it.path()),
                                it == here))
                .toList();
    }
}
