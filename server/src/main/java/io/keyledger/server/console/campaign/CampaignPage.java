package io.keyledger.server.console.campaign;

import io.keyledger.query.inventory.CampaignView;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.controlplane.ChangeAnswer;
import io.keyledger.server.controlplane.Why;
import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.controlplane.campaign.CampaignChanges;
import io.keyledger.server.controlplane.campaign.CampaignChanges.Patch;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Form;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A campaign: what it is, its name, and its end. */
@Controller
@OnCommandNode
class CampaignPage {

    private static final String ARCHIVE = "archive";

    private final CampaignFrame frame;
    private final CampaignChanges changes;

    CampaignPage(CampaignFrame frame, CampaignChanges changes) {
        this.frame = frame;
        this.changes = changes;
    }

    @GetMapping(CampaignPath.ONE)
    ModelAndView show(WorkspaceAccess access, @PathVariable("campaign") String id) {
        CampaignView campaign = frame.find(access, id);
        return page(access, campaign, campaign.name(), "", FormProblem.NONE);
    }

    @PostMapping(CampaignPath.ONE)
    ModelAndView change(WorkspaceAccess access, @PathVariable("campaign") String id, Form form) {
        CampaignView campaign = frame.find(access, id);
        boolean archive = form.value("do").equals(ARCHIVE);
        String name = archive ? campaign.name() : form.value("name").strip();
        return FormProblem.orTaken(
                () -> changed(access, campaign, change(campaign, archive, name, form, access)),
                problem -> page(access, campaign, name, form.value("reason"), problem));
    }

    private @Nullable ChangeAnswer change(
            CampaignView campaign,
            boolean archive,
            String name,
            Form form,
            WorkspaceAccess access) {
        Caller caller = access.who().caller(form);
        return archive
                ? changes.archive(campaign.id(), new Why(form.text("reason")), caller).getBody()
                : changes.patch(campaign.id(), new Patch(name, null, null), caller).getBody();
    }

    private ModelAndView changed(
            WorkspaceAccess access, CampaignView campaign, @Nullable ChangeAnswer answer) {
        CampaignView now = frame.changed(campaign);
        ModelAndView page = page(access, now, now.name(), "", FormProblem.NONE);
        if (answer != null) {
            page.addObject("receipt", answer.receipt());
        }
        return page;
    }

    private ModelAndView page(
            WorkspaceAccess access,
            CampaignView campaign,
            String name,
            String reason,
            FormProblem problem) {
        Map<String, Object> model = new HashMap<>();
        model.put("name", name);
        model.put("reason", reason);
        model.put("problem", problem);
        return frame.show(access, campaign, CampaignTab.CAMPAIGN, "campaign", model);
    }
}
