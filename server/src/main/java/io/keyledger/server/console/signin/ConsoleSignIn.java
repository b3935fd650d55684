package io.keyledger.server.console.signin;

import io.keyledger.api.hub.HubId;
import io.keyledger.server.console.access.ConsolePath;
import io.keyledger.server.console.access.ConsoleVisit;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Form;
import io.keyledger.server.session.SignInSessions;
import io.keyledger.server.signin.Attempt;
import io.keyledger.server.signin.PasswordSignIn;
import io.keyledger.server.signin.PasswordSignIn.Outcome;
import io.keyledger.server.signin.provider.ProviderSignIn;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asks for an address and a password. */
@Controller
@OnCommandNode
class ConsoleSignIn {

    private static final String PATH = ConsolePath.HUB + "/sign-in";
    private static final String CONTINUE = "continue";

    private final ConsolePages pages;
    private final PasswordSignIn passwords;
    private final SignInSessions sessions;
    private final ProviderSignIn provider;

    ConsoleSignIn(
            ConsolePages pages,
            PasswordSignIn passwords,
            SignInSessions sessions,
            ProviderSignIn provider) {
        this.pages = pages;
        this.passwords = passwords;
        this.sessions = sessions;
        this.provider = provider;
    }

    @GetMapping(PATH)
    ModelAndView ask(
            ConsoleVisit visit, @RequestParam(name = CONTINUE, defaultValue = "") String wanted) {
        String goingOn = GoingOn.checked(visit.hub().hub(), wanted);
        return visit.session().person().isPresent()
                ? ConsolePages.elsewhere(goingOn)
                : form(visit, Map.of(CONTINUE, goingOn));
    }

    @PostMapping(PATH)
    ModelAndView signIn(ConsoleVisit visit, Form form, HttpServletResponse response) {
        String goingOn = GoingOn.checked(visit.hub().hub(), form.value(CONTINUE));
        String email = form.value("email");
        Attempt attempt = Attempt.of(visit.hub().hub(), email, visit.source());
        return switch (passwords.judge(attempt, form.value("password"))) {
            case Outcome.Right right -> {
                visit.session().person().ifPresent(person -> sessions.end(person.session()));
                visit.session().hold(sessions.begin(right.account(), visit.hub().hub()));
                yield ConsolePages.elsewhere(goingOn);
            }
            case Outcome.Wrong _ ->
                    ConsolePages.notTaken(
                            form(visit, Map.of(CONTINUE, goingOn, "email", email, "wrong", true)));
            case Outcome.TooMany many -> tooMany(visit, goingOn, email, many.left(), response);
        };
    }

    private ModelAndView tooMany(
            ConsoleVisit visit,
            String goingOn,
            String email,
            Duration left,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(left.toSeconds() + 1));
        ModelAndView page =
                form(
                        visit,
                        Map.of(CONTINUE, goingOn, "email", email, "minutes", left.toMinutes() + 1));
        page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
        return page;
    }

    private ModelAndView form(ConsoleVisit visit, Map<String, ?> said) {
        HubId hub = visit.hub().hub();
        Map<String, Object> model = new HashMap<>(Map.of("wrong", false));
        provider.called(hub).ifPresent(it -> model.put("provider", it));
        model.put("elsewhere", ConsolePath.of(hub) + ProviderPages.START);
        if (hub.equals(HubId.KEYLEDGER)) {
            model.put("firstAdmin", ConsolePath.of(hub) + FirstAdmin.PATH);
        }
        model.putAll(said);
        return pages.open(visit, "sign-in", model);
    }
}
