package io.keyledger.server.signin;

import com.nimbusds.oauth2.sdk.util.MultivaluedMapUtils;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.page.Form;
import io.keyledger.server.page.FormPage;
import io.keyledger.server.page.PageAnswer;
import io.keyledger.server.page.PageAnswer.Elsewhere;
import io.keyledger.server.page.PageAnswer.Shown;
import io.keyledger.server.page.ReadPage;
import io.keyledger.server.page.Visit;
import io.keyledger.server.session.SignInSessions;
import io.keyledger.server.signin.PasswordSignIn.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Asks for an address and a password. */
final class SignInPage implements ReadPage, FormPage {

    static final String NAME = "sign-in";

    private static final int SEVERAL_TRIES_LATER = 429;
    private static final int WRONG = 422;

    private final PasswordSignIn passwords;
    private final SignInSessions sessions;
    private final Destinations destinations;
    private final OtherWays otherWays;

    SignInPage(
            PasswordSignIn passwords,
            SignInSessions sessions,
            Destinations destinations,
            OtherWays otherWays) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.destinations = destinations;
        this.otherWays = otherWays;
    }

    @Override
    public String name(OAuthHub hub) {
        return NAME;
    }

    @Override
    public PageAnswer read(Visit visit) {
        Map<String, List<String>> query = URLUtils.parseParameters(visit.query());
        String wanted = first(query, Continuation.PARAMETER);
        String goingOn = Continuation.checked(visit.hub(), wanted);
        boolean again = query.containsKey(SignInLinks.AGAIN);
        return visit.person().isPresent() && !again
                ? new Elsewhere(goingOn)
                : form(visit, goingOn, again, 200, Map.of());
    }

    @Override
    public PageAnswer submit(Visit visit, Form form) {
        String goingOn = Continuation.checked(visit.hub(), form.value(Continuation.PARAMETER));
        String email = form.value("email");
        Attempt attempt = Attempt.of(visit.hub().id(), email, visit.source());
        return switch (passwords.judge(attempt, form.value("password"))) {
            case Outcome.Right right -> {
                visit.person().ifPresent(person -> sessions.end(person.session()));
                visit.hold(sessions.begin(right.account(), visit.hub().id()));
                yield new Elsewhere(goingOn);
            }
            case Outcome.Wrong _ -> form(visit, goingOn, true, WRONG, Map.of("email", email));
            case Outcome.TooMany many -> {
                visit.askBackAfter(many.left());
                Map<String, Object> said =
                        Map.of("email", email, "minutes", many.left().toMinutes() + 1);
                yield form(visit, goingOn, true, SEVERAL_TRIES_LATER, said);
            }
        };
    }

    private PageAnswer form(
            Visit visit, String goingOn, boolean again, int status, Map<String, Object> said) {
        Map<String, Object> model = new HashMap<>(said);
        model.put("goingOn", goingOn);
        model.put("wrong", status == WRONG);
        otherWays.of(visit.hub(), goingOn, again).ifPresent(way -> model.put("provider", way));
        var destination = destinations.of(visit.hub(), goingOn);
        destination.ifPresent(it -> model.put("app", it.app()));
        return new Shown(
                status,
                "sign-in",
                model,
                destination.stream().map(Destinations.Destination::formTarget).toList());
    }

    private static String first(Map<String, List<String>> query, String name) {
        return Objects.requireNonNullElse(MultivaluedMapUtils.getFirstValue(query, name), "");
    }
}
