package io.keyledger.server.console.campaign;

import io.keyledger.query.inventory.CampaignView;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.controlplane.ChangeAnswer;
import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.controlplane.campaign.CampaignChanges;
import io.keyledger.server.controlplane.campaign.CampaignChanges.Patch;
import io.keyledger.server.ledger.VersionConflictException;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Form;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Changes the schema of a campaign. A schema is replaced as a whole, so it is saved only when the
 * campaign is still as it was when the form was shown.
 */
@Controller
@OnCommandNode
class SchemaEditor {

    private static final FormProblem MEANWHILE =
            new FormProblem(
                    "",
                    "Somebody changed this campaign meanwhile. Nothing was saved, and below is what"
                            + " you typed. Look at the campaign in another tab; to replace its"
                            + " fields, selects and statuses by yours, save again.",
                    null);

    private final CampaignFrame frame;
    private final CampaignChanges changes;

    SchemaEditor(CampaignFrame frame, CampaignChanges changes) {
        this.frame = frame;
        this.changes = changes;
    }

    @GetMapping(CampaignPath.SCHEMA)
    ModelAndView show(WorkspaceAccess access, @PathVariable("campaign") String id) {
        CampaignView campaign = frame.find(access, id);
        return saved(access, campaign, null);
    }

    @PostMapping(CampaignPath.SCHEMA)
    ModelAndView save(WorkspaceAccess access, @PathVariable("campaign") String id, Form form) {
        CampaignView campaign = frame.find(access, id);
        SchemaForm typed = SchemaForm.read(form);
        String button = form.value(SchemaForm.BUTTON);
        Optional<SchemaForm> edited = typed.pressed(button);
        return edited.isPresent()
                ? asked(access, campaign, edited.get(), Asking.again(form, button))
                : save(access, campaign, typed, form);
    }

    private ModelAndView save(
            WorkspaceAccess access, CampaignView campaign, SchemaForm typed, Form form) {
        return FormProblem.orTaken(
                () -> savedUnlessChanged(access, campaign, typed, form),
                problem -> asked(access, campaign, typed, Asking.refused(form, problem)));
    }

    /** Who sends the form once more has been told that somebody else was faster. */
    private ModelAndView savedUnlessChanged(
            WorkspaceAccess access, CampaignView campaign, SchemaForm typed, Form form) {
        try {
            return saved(access, campaign, change(access, campaign, typed, form));
        } catch (VersionConflictException _) {
            String now = Long.toString(frame.changed(campaign).version());
            return ConsolePages.notTaken(
                    asked(access, campaign, typed, new Asking(now, "", MEANWHILE)));
        }
    }

    private @Nullable ChangeAnswer change(
            WorkspaceAccess access, CampaignView campaign, SchemaForm typed, Form form) {
        Caller caller = access.who().caller(form);
        return changes.patch(campaign.id(), new Patch(null, typed.body(), null), caller).getBody();
    }

    /** The schema as it stands, with the receipt when it was changed just now. */
    private ModelAndView saved(
            WorkspaceAccess access, CampaignView campaign, @Nullable ChangeAnswer answer) {
        CampaignView now = answer == null ? campaign : frame.changed(campaign);
        Asking asking = new Asking(Long.toString(now.version()), "", FormProblem.NONE);
        ModelAndView page = asked(access, now, SchemaForm.of(now.schema()), asking);
        if (answer != null) {
            page.addObject("receipt", answer.receipt());
        }
        return page;
    }

    private ModelAndView asked(
            WorkspaceAccess access, CampaignView campaign, SchemaForm typed, Asking asking) {
        Map<String, Object> model = new HashMap<>();
        model.put("schema", typed);
        model.put("version", asking.version());
        model.put("button", asking.button());
        model.put("problem", asking.problem());
        return frame.show(access, campaign, CampaignTab.SCHEMA, "campaign-schema", model);
    }

    /**
     * How the form is shown.
     *
     * @param version of the campaign that the form was made from
     * @param button that was pressed; empty for none
     */
    private record Asking(String version, String button, FormProblem problem) {

        static Asking again(Form form, String button) {
            return new Asking(form.value("version"), button, FormProblem.NONE);
        }

        static Asking refused(Form form, FormProblem problem) {
            return new Asking(form.value("version"), "", problem);
        }
    }
}
