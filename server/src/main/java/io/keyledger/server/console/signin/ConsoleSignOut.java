package io.keyledger.server.console.signin;

import io.keyledger.server.console.access.ConsolePath;
import io.keyledger.server.console.access.ConsoleVisit;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Form;
import io.keyledger.server.page.Person;
import io.keyledger.server.session.SessionSecrets;
import io.keyledger.server.session.SignInSessions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Signs the person out, here or everywhere. What the browser held opens nothing any more. */
@Controller
@OnCommandNode
class ConsoleSignOut {

    private static final String EVERYWHERE = "everywhere";

    private final SignInSessions sessions;
    private final SessionSecrets secrets;

    ConsoleSignOut(SignInSessions sessions, SessionSecrets secrets) {
        this.sessions = sessions;
        this.secrets = secrets;
    }

    @PostMapping(ConsolePath.HUB + "/sign-out")
    ModelAndView signOut(ConsoleVisit visit, Form form) {
        visit.session().person().ifPresent(person -> end(person, form.value("where")));
        visit.session().hold(secrets.fresh());
        return ConsolePages.elsewhere(ConsolePath.of(visit.hub().hub()) + "/sign-in");
    }

    private void end(Person person, String where) {
        if (where.equals(EVERYWHERE)) {
            sessions.endAll(person.account());
        } else {
            sessions.end(person.session());
        }
    }
}
