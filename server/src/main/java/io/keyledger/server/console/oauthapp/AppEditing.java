package io.keyledger.server.console.oauthapp;

import io.keyledger.query.inventory.OAuthAppView;
import io.keyledger.server.console.access.SignedIn;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.console.frame.Section;
import io.keyledger.server.controlplane.oauthapp.AppChanges;
import io.keyledger.server.controlplane.oauthapp.AppPatch;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Form;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Changes what an app is called, where it sends people, and what it may ask for. */
@Controller
@OnCommandNode
class AppEditing {

    private static final String PATH = AppPage.PATH + "/edit";

    private final ConsolePages pages;
    private final WorkspaceApps apps;
    private final AppChanges changes;

    AppEditing(ConsolePages pages, WorkspaceApps apps, AppChanges changes) {
        this.pages = pages;
        this.apps = apps;
        this.changes = changes;
    }

    @GetMapping(PATH)
    ModelAndView ask(WorkspaceAccess access, @PathVariable String app) {
        OAuthAppView view = apps.live(access, app);
        return form(access, view, AppForm.of(view), "", FormProblem.NONE);
    }

    @PostMapping(PATH)
    ModelAndView change(WorkspaceAccess access, @PathVariable String app, Form sent) {
        OAuthAppView view = apps.live(access, app);
        AppForm form = AppForm.of(sent);
        return FormProblem.orTaken(
                () -> changed(access, view, form, sent),
                problem ->
                        form(
                                access,
                                apps.again(access, view),
                                form,
                                sent.value(SignedIn.VERSION),
                                problem));
    }

    private ModelAndView changed(
            WorkspaceAccess access, OAuthAppView app, AppForm form, Form sent) {
        AppForm.requireLogo(sent);
        changes.patch(app.id(), patch(form), access.who().caller(sent));
        return ConsolePages.elsewhere(access.path("/oauth-apps/" + app.id()));
    }

    private static AppPatch patch(AppForm form) {
        return new AppPatch(
                form.name(), form.addresses(), form.scopes(), node(form.logo()), form.why());
    }

    private static JsonNode node(@Nullable String logo) {
        return logo == null
                ? JsonNodeFactory.instance.nullNode()
                : JsonNodeFactory.instance.stringNode(logo);
    }

    /**
     * The form.
     *
     * @param version that the page showed before, of the app; empty when there was none
     */
    private ModelAndView form(
            WorkspaceAccess access,
            OAuthAppView app,
            AppForm form,
            String version,
            FormProblem problem) {
        ModelAndView page = page(access, app, form, problem);
        boolean changed = !version.isEmpty() && !version.equals(Long.toString(app.version()));
        return changed ? page.addObject("now", AppForm.of(app)) : page;
    }

    private ModelAndView page(
            WorkspaceAccess access, OAuthAppView app, AppForm form, FormProblem problem) {
        return pages.show(
                access,
                Section.APPS,
                "oauth-app-edit",
                Map.of(
                        "app",
                        app,
                        "form",
                        form,
                        "problem",
                        problem,
                        "choices",
                        OAuthOffer.choices(access.hub())));
    }
}
