package io.keyledger.server.console.campaign;

import io.keyledger.query.inventory.CampaignView;
import io.keyledger.query.inventory.FilterView;
import io.keyledger.query.inventory.Inventory;
import io.keyledger.query.paging.Page;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.controlplane.ChangeAnswer;
import io.keyledger.server.controlplane.Listing;
import io.keyledger.server.node.OnCommandNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The pages of filters: all of them, and the form for one. */
@Component
@OnCommandNode
class FilterPages {

    private static final int ROWS = 50;

    private final CampaignFrame frame;
    private final Inventory inventory;

    FilterPages(CampaignFrame frame, Inventory inventory) {
        this.frame = frame;
        this.inventory = inventory;
    }

    ModelAndView list(WorkspaceAccess access, CampaignView campaign, @Nullable String cursor) {
        Page<FilterView> page = inventory.filtersOf(campaign.id(), Listing.cursor(cursor), ROWS);
        Map<String, Object> model = new HashMap<>();
        model.put("filters", page.items());
        if (page.next() != null) {
            model.put("next", page.next().encoded());
        }
        return frame.show(access, campaign, CampaignTab.FILTERS, "campaign-filters", model);
    }

    /**
     * All filters, after a change of one.
     *
     * @param done what was done
     * @param answer with the receipt
     */
    ModelAndView done(
            WorkspaceAccess access,
            CampaignView campaign,
            String done,
            @Nullable ChangeAnswer answer) {
        ModelAndView page = list(access, campaign, null).addObject("done", done);
        return answer == null ? page : page.addObject("receipt", answer.receipt());
    }

    /**
     * The form for a filter.
     *
     * @param made whether the filter is there already
     * @param button that was pressed; empty for none
     */
    ModelAndView form(
            WorkspaceAccess access,
            CampaignView campaign,
            FilterForm typed,
            boolean made,
            String button,
            FormProblem problem) {
        Map<String, Object> model = new HashMap<>();
        model.put("filter", typed);
        model.put("made", made);
        model.put("button", button);
        model.put("choices", FieldChoice.of(campaign.schema()));
        model.put("problem", problem);
        return frame.show(access, campaign, CampaignTab.FILTERS, "campaign-filter", model);
    }
}
