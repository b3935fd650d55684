package io.keyledger.server.console.grant;

import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.console.frame.Obstacles;
import io.keyledger.server.console.frame.Section;
import io.keyledger.server.console.frame.Timeline;
import io.keyledger.server.console.oauthapp.OAuthOffer;
import io.keyledger.server.controlplane.ChangeAnswer;
import io.keyledger.server.controlplane.grant.GrantRevocation;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Form;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** One grant, what happened to it and its tokens, and its end. */
@Controller
@OnCommandNode
class GrantPage {

    private static final String PATH = GrantsPage.PATH + "/{grant}";

    private final ConsolePages pages;
    private final WorkspaceGrants grants;
    private final OAuthOffer offer;
    private final Timeline timeline;
    private final Obstacles obstacles;
    private final GrantRevocation revocation;

    GrantPage(
            ConsolePages pages,
            WorkspaceGrants grants,
            OAuthOffer offer,
            Timeline timeline,
            Obstacles obstacles,
            GrantRevocation revocation) {
        this.pages = pages;
        this.grants = grants;
        this.offer = offer;
        this.timeline = timeline;
        this.obstacles = obstacles;
        this.revocation = revocation;
    }

    @GetMapping(PATH)
    ModelAndView show(WorkspaceAccess access, @PathVariable String grant) {
        GrantRow row = grants.find(access, grant);
        return pages.show(
                access,
                Section.GRANTS,
                "grant",
                Map.of(
                        "row",
                        row,
                        "obstacles",
                        obstacles.of(access),
                        "permissions",
                        OAuthOffer.permissions(offer.of(access), row.grant().scopes()),
                        "history",
                        timeline.ofCredential(row.grant().id())));
    }

    /** True when it is answered: on every node, as the receipt says. */
    @PostMapping(PATH + "/withdraw")
    ModelAndView withdraw(WorkspaceAccess access, @PathVariable String grant, Form form) {
        GrantRow row = grants.find(access, grant);
        String reason = form.value("reason");
        ChangeAnswer answer =
                Objects.requireNonNull(
                        revocation
                                .revoke(
                                        row.grant().id(),
                                        reason.isBlank() ? null : reason,
                                        access.who().caller(form))
                                .getBody());
        return pages.show(
                access,
                Section.GRANTS,
                "grant-withdrawn",
                Map.of("row", row, "receipt", answer.receipt()));
    }
}
