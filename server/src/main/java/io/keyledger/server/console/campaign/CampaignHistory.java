package io.keyledger.server.console.campaign;

import io.keyledger.query.inventory.CampaignView;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.Timeline;
import io.keyledger.server.node.OnCommandNode;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What happened to a campaign and its filters. */
@Controller
@OnCommandNode
class CampaignHistory {

    private final CampaignFrame frame;
    private final Timeline timeline;

    CampaignHistory(CampaignFrame frame, Timeline timeline) {
        this.frame = frame;
        this.timeline = timeline;
    }

    @GetMapping(CampaignPath.HISTORY)
    ModelAndView show(WorkspaceAccess access, @PathVariable("campaign") String id) {
        CampaignView campaign = frame.find(access, id);
        return frame.show(
                access,
                campaign,
                CampaignTab.HISTORY,
                "campaign-history",
                Map.of("history", timeline.ofCampaign(campaign.id())));
    }
}
