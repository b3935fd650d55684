package io.keyledger.server.console.oauthapp;

import io.keyledger.query.inventory.OAuthAppView;
import io.keyledger.query.inventory.OAuthAppView.ClientSecret;
import io.keyledger.query.inventory.OAuthAppView.PreviousSecret;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.console.frame.Names;
import io.keyledger.server.console.frame.Obstacles;
import io.keyledger.server.console.frame.Section;
import io.keyledger.server.console.frame.Timeline;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.oauth.hub.OAuthHub;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** One app: what it is, what it asks for and where, and what happened to it. */
@Controller
@OnCommandNode
class AppPage {

    static final String PATH = AppsPage.PATH + "/{app}";

    private final ConsolePages pages;
    private final WorkspaceApps apps;
    private final OAuthOffer offer;
    private final Timeline timeline;
    private final Names names;
    private final Obstacles obstacles;
    private final Clock clock;

    AppPage(
            ConsolePages pages,
            WorkspaceApps apps,
            OAuthOffer offer,
            Timeline timeline,
            Names names,
            Obstacles obstacles,
            Clock clock) {
        this.pages = pages;
        this.apps = apps;
        this.offer = offer;
        this.timeline = timeline;
        this.names = names;
        this.obstacles = obstacles;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView show(WorkspaceAccess access, @PathVariable String app) {
        OAuthAppView view = apps.find(access, app);
        OAuthHub hub = offer.of(access);
        Map<String, Object> model = new HashMap<>();
        model.put("app", view);
        model.put("obstacles", obstacles.of(access));
        model.put("permissions", OAuthOffer.permissions(hub, view.scopes()));
        model.put("registeredBy", names.ofActor(view.registeredBy()));
        model.put("authorize", hub.url(hub.authorizePath()));
        model.put("token", hub.url(hub.tokenPath()));
        model.put("history", timeline.ofApp(view.id()));
        previous(view).ifPresent(it -> model.put("previous", it));
        return pages.show(access, Section.APPS, "oauth-app", model);
    }

    private Optional<PreviousSecret> previous(OAuthAppView view) {
        return Optional.ofNullable(view.secret())
                .map(ClientSecret::previous)
                .filter(it -> clock.instant().isBefore(it.validUntil()));
    }
}
