package io.keyledger.server.console.oauthapp;

import io.keyledger.query.inventory.OAuthAppView;
import io.keyledger.query.inventory.OAuthInventory;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.console.frame.Section;
import io.keyledger.server.controlplane.ChangeAnswer;
import io.keyledger.server.controlplane.oauthapp.AppChanges;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Form;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Deletes an app for good, after it has told what dies with it. */
@Controller
@OnCommandNode
class AppDeletion {

    private static final String PATH = AppPage.PATH + "/delete";

    private final ConsolePages pages;
    private final WorkspaceApps apps;
    private final OAuthInventory inventory;
    private final AppChanges changes;
    private final Clock clock;

    AppDeletion(
            ConsolePages pages,
            WorkspaceApps apps,
            OAuthInventory inventory,
            AppChanges changes,
            Clock clock) {
        this.pages = pages;
        this.apps = apps;
        this.inventory = inventory;
        this.changes = changes;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView ask(WorkspaceAccess access, @PathVariable String app) {
        OAuthAppView view = apps.live(access, app);
        return pages.show(
                access,
                Section.APPS,
                "oauth-app-delete",
                Map.of("app", view, "live", inventory.liveGrantsOf(view.id(), clock.instant())));
    }

    /** Sent again, it is answered again. */
    @PostMapping(PATH)
    ModelAndView delete(WorkspaceAccess access, @PathVariable String app, Form form) {
        OAuthAppView view = apps.find(access, app);
        String reason = form.value("reason");
        ChangeAnswer answer =
                Objects.requireNonNull(
                        changes.delete(
                                        view.id(),
                                        reason.isBlank() ? null : reason,
                                        access.who().caller(form))
                                .getBody());
        return pages.show(
                access,
                Section.APPS,
                "oauth-app-deleted",
                Map.of("app", view, "receipt", answer.receipt()));
    }
}
