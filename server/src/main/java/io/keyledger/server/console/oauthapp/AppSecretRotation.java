package io.keyledger.server.console.oauthapp;

import io.keyledger.query.inventory.OAuthAppView;
import io.keyledger.server.console.access.Absent;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.console.frame.Section;
import io.keyledger.server.console.words.Graces;
import io.keyledger.server.controlplane.oauthapp.AppRotated;
import io.keyledger.server.controlplane.oauthapp.AppRotation;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Form;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Gives an app a new secret; the old one lives on for as long as is chosen. */
@Controller
@OnCommandNode
class AppSecretRotation {

    private static final String PATH = AppPage.PATH + "/rotate-secret";

    private final ConsolePages pages;
    private final WorkspaceApps apps;
    private final AppRotation rotation;

    AppSecretRotation(ConsolePages pages, WorkspaceApps apps, AppRotation rotation) {
        this.pages = pages;
        this.apps = apps;
        this.rotation = rotation;
    }

    @GetMapping(PATH)
    ModelAndView ask(WorkspaceAccess access, @PathVariable String app) {
        String own = access.hub().keys().rotationGrace().toString();
        return form(access, confidential(access, app), own, "", FormProblem.NONE);
    }

    @PostMapping(PATH)
    ModelAndView rotate(WorkspaceAccess access, @PathVariable String app, Form sent) {
        OAuthAppView view = confidential(access, app);
        String reason = sent.value("reason");
        String grace = sent.value(Graces.FIELD);
        return FormProblem.orTaken(
                () -> rotated(access, view, grace, reason, sent),
                problem -> form(access, view, grace, reason, problem));
    }

    private ModelAndView rotated(
            WorkspaceAccess access, OAuthAppView app, String grace, String reason, Form sent) {
        AppRotated answer =
                Objects.requireNonNull(
                        rotation.rotate(
                                        app.id(),
                                        new AppRotation.Body(
                                                Graces.read(grace),
                                                reason.isBlank() ? null : reason),
                                        access.who().caller(sent))
                                .getBody());
        return pages.show(
                access, Section.APPS, "oauth-app-rotated", Map.of("app", app, "rotated", answer));
    }

    private OAuthAppView confidential(WorkspaceAccess access, String app) {
        OAuthAppView view = apps.live(access, app);
        if (view.secret() == null) {
            throw Absent.page();
        }
        return view;
    }

    private ModelAndView form(
            WorkspaceAccess access,
            OAuthAppView app,
            String grace,
            String reason,
            FormProblem problem) {
        return pages.show(
                access,
                Section.APPS,
                "oauth-app-rotate",
                Map.of(
                        "app",
                        app,
                        "graces",
                        Graces.of(access.hub().keys()),
                        "grace",
                        grace,
                        "reason",
                        reason,
                        "problem",
                        problem));
    }
}
