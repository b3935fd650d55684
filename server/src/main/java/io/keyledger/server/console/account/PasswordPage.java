package io.keyledger.server.console.account;

import io.keyledger.server.console.access.SignedIn;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Form;
import io.keyledger.server.signin.PasswordChange;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Lets somebody who knows their password have another. */
@Controller("consolePasswordPage")
@OnCommandNode
class PasswordPage {

    private static final String PATH = AccountPage.PATH + "/password";

    private final ConsolePages pages;
    private final PasswordChange change;

    PasswordPage(ConsolePages pages, PasswordChange change) {
        this.pages = pages;
        this.change = change;
    }

    @GetMapping(PATH)
    ModelAndView ask(SignedIn who) {
        return form(who, FormProblem.NONE);
    }

    @PostMapping(PATH)
    ModelAndView change(SignedIn who, Form form) {
        return switch (change.change(
                who.person(),
                who.request().getRemoteAddr(),
                who.caller(form).origin(null),
                form.value("current"),
                form.value("new"))) {
            case PasswordChange.Changed changed -> {
                who.session().hold(changed.session());
                yield ConsolePages.elsewhere(who.path("/account?changed=1"));
            }
            case PasswordChange.Refused refused ->
                    ConsolePages.notTaken(
                            form(who, new FormProblem(refused.field(), refused.text(), null)));
        };
    }

    private ModelAndView form(SignedIn who, FormProblem problem) {
        return pages.show(who, "password", Map.of("problem", problem));
    }
}
