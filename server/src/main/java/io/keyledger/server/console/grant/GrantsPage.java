package io.keyledger.server.console.grant;

import io.keyledger.query.inventory.GrantFilter;
import io.keyledger.query.inventory.GrantView;
import io.keyledger.query.paging.Page;
import io.keyledger.server.console.access.ConsolePath;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.console.frame.Section;
import io.keyledger.server.console.oauthapp.OAuthOffer;
import io.keyledger.server.controlplane.Listing;
import io.keyledger.server.node.OnCommandNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The grants of a workspace, ended ones included; of one app or one person when that is asked. */
@Controller
@OnCommandNode
class GrantsPage {

    static final String PATH = ConsolePath.WORKSPACE + "/grants";

    private static final int ROWS = 50;

    private final ConsolePages pages;
    private final WorkspaceGrants grants;
    private final OAuthOffer offer;

    GrantsPage(ConsolePages pages, WorkspaceGrants grants, OAuthOffer offer) {
        this.pages = pages;
        this.grants = grants;
        this.offer = offer;
    }

    @GetMapping(PATH)
    ModelAndView list(
            WorkspaceAccess access,
            @RequestParam(defaultValue = "") String app,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(required = false) @Nullable String cursor) {
        offer.of(access);
        GrantFilter filter = new GrantFilter(access.workspace().id(), orNull(app), orNull(person));
        Page<GrantView> page = grants.list(filter, Listing.cursor(cursor), ROWS);
        Map<String, Object> model = new HashMap<>();
        model.put("rows", page.items().stream().map(grants::row).toList());
        model.put("apps", grants.apps(access));
        model.put("people", grants.people(access));
        model.put("app", app);
        model.put("person", person);
        model.put("self", self(access, app, person));
        if (page.next() != null) {
            model.put("next", page.next().encoded());
        }
        return pages.show(access, Section.GRANTS, "grants", model);
    }

    private static String self(WorkspaceAccess access, String app, String person) {
        return UriComponentsBuilder.fromPath(access.path("/grants"))
                .queryParam("app", "{app}")
                .queryParam("person", "{person}")
                .encode()
                .buildAndExpand(app, person)
                .toUriString();
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
