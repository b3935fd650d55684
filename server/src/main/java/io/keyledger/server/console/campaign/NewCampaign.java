package io.keyledger.server.console.campaign;

import io.keyledger.api.campaign.CampaignSchema;
import io.keyledger.server.console.access.Absent;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.console.frame.Section;
import io.keyledger.server.controlplane.campaign.CampaignCreation;
import io.keyledger.server.controlplane.campaign.CampaignCreation.Body;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Form;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Creates a campaign. */
@Controller
@OnCommandNode
class NewCampaign {

    private final ConsolePages pages;
    private final CampaignCreation creation;

    NewCampaign(ConsolePages pages, CampaignCreation creation) {
        this.pages = pages;
        this.creation = creation;
    }

    @GetMapping(CampaignPath.NEW)
    ModelAndView ask(WorkspaceAccess access) {
        access.requireChanges();
        if (access.hub().collections().isEmpty()) {
            throw Absent.page();
        }
        Typed blank = new Typed("", "", "", SchemaForm.of(CampaignSchema.EMPTY));
        return form(access, blank, "", FormProblem.NONE);
    }

    @PostMapping(CampaignPath.NEW)
    ModelAndView create(WorkspaceAccess access, Form form) {
        Typed typed = Typed.read(form);
        String button = form.value(SchemaForm.BUTTON);
        Optional<SchemaForm> edited = typed.schema().pressed(button);
        return edited.isPresent()
                ? form(access, typed.with(edited.get()), button, FormProblem.NONE)
                : FormProblem.orTaken(
                        () -> create(access, typed, form),
                        problem -> form(access, typed, "", problem));
    }

    private ModelAndView create(WorkspaceAccess access, Typed typed, Form form) {
        String id =
                Objects.requireNonNull(
                                creation.create(
                                                access.workspace().id(),
                                                typed.body(),
                                                access.who().caller(form))
                                        .getBody())
                        .id();
        return ConsolePages.elsewhere(access.path("/campaigns/" + id));
    }

    private ModelAndView form(
            WorkspaceAccess access, Typed typed, String button, FormProblem problem) {
        return pages.show(
                access,
                Section.CAMPAIGNS,
                "campaign-new",
                Map.of(
                        "typed",
                        typed,
                        "schema",
                        typed.schema(),
                        "button",
                        button,
                        "collections",
                        access.hub().collections(),
                        "problem",
                        problem));
    }

    /** What is typed. */
    record Typed(String name, String externalId, String collection, SchemaForm schema) {

        static Typed read(Form form) {
            return new Typed(
                    form.value("name").strip(),
                    form.value("externalId").strip(),
                    form.value("collection"),
                    SchemaForm.read(form));
        }

        Typed with(SchemaForm other) {
            return new Typed(name, externalId, collection, other);
        }

        Body body() {
            return new Body(name, orNull(externalId), orNull(collection), schema.body(), null);
        }

        private static @Nullable String orNull(String text) {
            return text.isEmpty() ? null : text;
        }
    }
}
