package io.keyledger.server.console.oauthapp;

import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.console.frame.Section;
import io.keyledger.server.controlplane.oauthapp.AppRegistered;
import io.keyledger.server.controlplane.oauthapp.AppRegistration;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Form;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Registers an app, and shows its secret this once. */
@Controller
@OnCommandNode
class NewAppPage {

    private static final String PATH = AppsPage.PATH + "/new";

    private final ConsolePages pages;
    private final OAuthOffer offer;
    private final AppRegistration registration;

    NewAppPage(ConsolePages pages, OAuthOffer offer, AppRegistration registration) {
        this.pages = pages;
        this.offer = offer;
        this.registration = registration;
    }

    @GetMapping(PATH)
    ModelAndView ask(WorkspaceAccess access) {
        return form(access, AppForm.EMPTY, FormProblem.NONE);
    }

    @PostMapping(PATH)
    ModelAndView register(WorkspaceAccess access, Form sent) {
        AppForm form = AppForm.of(sent);
        return FormProblem.orTaken(
                () -> registered(access, form, sent), problem -> form(access, form, problem));
    }

    private ModelAndView registered(WorkspaceAccess access, AppForm form, Form sent) {
        AppForm.requireLogo(sent);
        AppRegistered app =
                Objects.requireNonNull(
                        registration
                                .register(
                                        access.workspace().id(),
                                        body(form),
                                        access.who().caller(sent))
                                .getBody());
        return pages.show(access, Section.APPS, "oauth-app-registered", Map.of("app", app));
    }

    private static AppRegistration.Body body(AppForm form) {
        return new AppRegistration.Body(
                form.name(), form.type(), form.addresses(), form.scopes(), form.logo(), form.why());
    }

    private ModelAndView form(WorkspaceAccess access, AppForm form, FormProblem problem) {
        return pages.show(
                access,
                Section.APPS,
                "oauth-app-new",
                Map.of(
                        "form",
                        form,
                        "problem",
                        problem,
                        "choices",
                        OAuthOffer.choices(offer.of(access).profile())));
    }
}
