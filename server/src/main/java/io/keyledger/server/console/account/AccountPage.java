package io.keyledger.server.console.account;

import io.keyledger.query.oauth.WorkspaceChoice;
import io.keyledger.server.consents.ConsentWithdrawal;
import io.keyledger.server.consents.ConsentWithdrawal.Withdrawn;
import io.keyledger.server.consents.Consents;
import io.keyledger.server.console.access.ConsolePath;
import io.keyledger.server.console.access.SignedIn;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.controlplane.Receipt;
import io.keyledger.server.controlplane.Word;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.oauth.hub.OAuthHubs;
import io.keyledger.server.page.Form;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who somebody is here, where they belong, and which apps act for them. */
@Controller("consoleAccountPage")
@OnCommandNode
class AccountPage {

    static final String PATH = ConsolePath.HUB + "/account";

    private final ConsolePages pages;
    private final OAuthHubs hubs;
    private final Consents consents;
    private final ConsentWithdrawal withdrawal;

    AccountPage(
            ConsolePages pages, OAuthHubs hubs, Consents consents, ConsentWithdrawal withdrawal) {
        this.pages = pages;
        this.hubs = hubs;
        this.consents = consents;
        this.withdrawal = withdrawal;
    }

    @GetMapping(PATH)
    ModelAndView show(SignedIn who, @RequestParam(defaultValue = "") String changed) {
        Map<String, Object> model = new HashMap<>();
        model.put("changed", !changed.isEmpty());
        model.put("roles", who.workspaces().stream().map(Role::of).toList());
        hubs.withId(who.hub().hub().value())
                .ifPresent(hub -> model.put("grants", consents.of(who.person(), hub)));
        return pages.show(who, "account", model);
    }

    @PostMapping(PATH + "/withdraw")
    ModelAndView withdraw(SignedIn who, Form form) {
        Withdrawn withdrawn =
                withdrawal.withdraw(
                        who.person(), form.value("grant"), who.caller(form).origin(null));
        return pages.show(
                who,
                "consent-withdrawn",
                Map.of("app", withdrawn.app(), "receipt", Receipt.of(withdrawn.receipt())));
    }

    /** What somebody is in a workspace. */
    record Role(String workspace, String role) {

        static Role of(WorkspaceChoice choice) {
            return new Role(choice.name(), Word.of(choice.role()));
        }
    }
}
