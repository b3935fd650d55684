package io.keyledger.server.console.campaign;

import io.keyledger.query.inventory.CampaignView;
import io.keyledger.query.inventory.FilterView;
import io.keyledger.query.inventory.Inventory;
import io.keyledger.server.console.access.Absent;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.controlplane.ChangeAnswer;
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

/** A filter of a campaign, to be changed or removed. */
@Controller
@OnCommandNode
class FilterPage {

    private static final String REMOVE = "remove";

    private final CampaignFrame frame;
    private final FilterPages pages;
    private final FilterChanges changes;
    private final Inventory inventory;

    FilterPage(CampaignFrame frame, FilterPages pages, FilterChanges changes, Inventory inventory) {
        this.frame = frame;
        this.pages = pages;
        this.changes = changes;
        this.inventory = inventory;
    }

    @GetMapping(CampaignPath.FILTER)
    ModelAndView show(
            WorkspaceAccess access,
            @PathVariable("campaign") String id,
            @PathVariable("filter") String name) {
        CampaignView campaign = frame.find(access, id);
        return ask(access, campaign, current(campaign, name), "", FormProblem.NONE);
    }

    @PostMapping(CampaignPath.FILTER)
    ModelAndView change(
            WorkspaceAccess access,
            @PathVariable("campaign") String id,
            @PathVariable("filter") String name,
            Form form) {
        CampaignView campaign = frame.find(access, id);
        String button = form.value(SchemaForm.BUTTON);
        if (button.equals(REMOVE)) {
            return FormProblem.orTaken(
                    () -> removed(access, campaign, name, form),
                    problem -> ask(access, campaign, current(campaign, name), "", problem));
        }
        current(campaign, name);
        FilterForm typed = FilterForm.read(form, name);
        Optional<FilterForm> edited = typed.pressed(button);
        return edited.isPresent()
                ? ask(access, campaign, edited.get(), button, FormProblem.NONE)
                : FormProblem.orTaken(
                        () -> changed(access, campaign, typed, form),
                        problem -> ask(access, campaign, typed, "", problem));
    }

    /** A filter as it stands. What is not there is not made here. */
    private FilterForm current(CampaignView campaign, String name) {
        FilterView filter = inventory.filter(campaign.id(), name).orElseThrow(Absent::page);
        return FilterForm.of(filter);
    }

    private ModelAndView changed(
            WorkspaceAccess access, CampaignView campaign, FilterForm typed, Form form) {
        ChangeAnswer answer =
                changes.put(campaign.id(), typed.name(), typed.body(), access.who().caller(form))
                        .getBody();
        CampaignView now = frame.changed(campaign);
        return withReceipt(
                ask(access, now, current(now, typed.name()), "", FormProblem.NONE), answer);
    }

    /** A form that was sent twice is answered again, though the filter is gone. */
    private ModelAndView removed(
            WorkspaceAccess access, CampaignView campaign, String name, Form form) {
        ChangeAnswer answer =
                changes.delete(campaign.id(), name, form.text("reason"), access.who().caller(form))
                        .getBody();
        return pages.done(access, frame.changed(campaign), "The filter is removed.", answer);
    }

    private ModelAndView ask(
            WorkspaceAccess access,
            CampaignView campaign,
            FilterForm typed,
            String button,
            FormProblem problem) {
        return pages.form(access, campaign, typed, true, button, problem);
    }

    private static ModelAndView withReceipt(ModelAndView page, @Nullable ChangeAnswer answer) {
        return answer == null ? page : page.addObject("receipt", answer.receipt());
    }
}
