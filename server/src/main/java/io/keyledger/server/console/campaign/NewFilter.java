package io.keyledger.server.console.campaign;

import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.query.inventory.CampaignView;
import io.keyledger.query.inventory.FilterView;
import io.keyledger.query.inventory.Inventory;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.controlplane.ChangeAnswer;
import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.controlplane.campaign.FilterChanges;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Form;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Defines a filter of a campaign. It never changes one that is there: keys may be bound to it, and
 * would see other rows.
 */
@Controller
@OnCommandNode
class NewFilter {

    private static final FormProblem TAKEN =
            new FormProblem(
                    "filter",
                    "The campaign has a filter of this name. Choose another name, or change that"
                            + " filter on its own page.",
                    null);

    private final CampaignFrame frame;
    private final FilterPages pages;
    private final FilterChanges changes;
    private final Inventory inventory;

    NewFilter(CampaignFrame frame, FilterPages pages, FilterChanges changes, Inventory inventory) {
        this.frame = frame;
        this.pages = pages;
        this.changes = changes;
        this.inventory = inventory;
    }

    @GetMapping(CampaignPath.NEW_FILTER)
    ModelAndView ask(WorkspaceAccess access, @PathVariable("campaign") String id) {
        CampaignView campaign = frame.find(access, id);
        access.requireChanges();
        if (campaign.archivedAt() != null) {
            throw CommandRejected.because(RejectionReason.CAMPAIGN_ARCHIVED);
        }
        return ask(access, campaign, FilterForm.BLANK, "", FormProblem.NONE);
    }

    @PostMapping(CampaignPath.NEW_FILTER)
    ModelAndView define(WorkspaceAccess access, @PathVariable("campaign") String id, Form form) {
        CampaignView campaign = frame.find(access, id);
        FilterForm typed = FilterForm.read(form, form.value("name").strip());
        String button = form.value(SchemaForm.BUTTON);
        Optional<FilterForm> edited = typed.pressed(button);
        return edited.isPresent()
                ? ask(access, campaign, edited.get(), button, FormProblem.NONE)
                : FormProblem.orTaken(
                        () -> define(access, campaign, typed, form),
                        problem -> ask(access, campaign, typed, "", problem));
    }

    private ModelAndView define(
            WorkspaceAccess access, CampaignView campaign, FilterForm typed, Form form) {
        FilterChanges.Body body = typed.body();
        if (isTaken(campaign, typed.name(), body)) {
            return ConsolePages.notTaken(ask(access, campaign, typed, "", TAKEN));
        }
        String version = Long.toString(campaign.version());
        Caller caller = access.who().caller(form, version);
        return made(
                access, campaign, changes.put(campaign.id(), typed.name(), body, caller).getBody());
    }

    /** Whether there is another filter of this name; the same one is a form that was sent twice. */
    private boolean isTaken(CampaignView campaign, String name, FilterChanges.Body body) {
        return inventory
                .filter(campaign.id(), name)
                .map(FilterView::conditions)
                .filter(there -> !there.equals(body.read()))
                .isPresent();
    }

    private ModelAndView made(
            WorkspaceAccess access, CampaignView campaign, @Nullable ChangeAnswer answer) {
        return pages.done(
                access, frame.changed(campaign), "Saved. Keys can be bound to the filter.", answer);
    }

    private ModelAndView ask(
            WorkspaceAccess access,
            CampaignView campaign,
            FilterForm typed,
            String button,
            FormProblem problem) {
        return pages.form(access, campaign, typed, false, button, problem);
    }
}
