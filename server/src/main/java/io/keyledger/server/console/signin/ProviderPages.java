package io.keyledger.server.console.signin;

import io.keyledger.server.console.access.ConsolePath;
import io.keyledger.server.console.access.ConsoleVisit;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.oauth.hub.PublicUrl;
import io.keyledger.server.page.Cookies;
import io.keyledger.server.session.SignInSessions;
import io.keyledger.server.signin.provider.ProviderSignIn;
import io.keyledger.server.signin.provider.ProviderSignIn.Arrival;
import io.keyledger.server.signin.provider.ProviderSignIn.Departure;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The way over the hub's own OpenID Connect provider, where one is configured. */
@Controller
@OnCommandNode
class ProviderPages {

    static final String START = "/sign-in-elsewhere";

    private static final String RETURN = "/sign-in-return";

    private final ProviderSignIn provider;
    private final SignInSessions sessions;
    private final PublicUrl publicUrl;

    ProviderPages(ProviderSignIn provider, SignInSessions sessions, PublicUrl publicUrl) {
        this.provider = provider;
        this.sessions = sessions;
        this.publicUrl = publicUrl;
    }

    @GetMapping(ConsolePath.HUB + START)
    ModelAndView start(
            ConsoleVisit visit,
            @RequestParam(name = "continue", defaultValue = "") String wanted,
            HttpServletResponse response) {
        var hub = visit.hub().hub();
        Departure departure =
                provider.start(
                        hub, back(visit), GoingOn.checked(hub, wanted), ConsolePath.of(hub), false);
        response.addHeader(HttpHeaders.SET_COOKIE, departure.cookie());
        return ConsolePages.elsewhere(departure.url());
    }

    @GetMapping(ConsolePath.HUB + RETURN)
    ModelAndView arrive(ConsoleVisit visit, HttpServletResponse response) {
        var hub = visit.hub().hub();
        String cookie = ProviderSignIn.cookie(hub);
        Optional<String> kept = Cookies.read(visit.request(), cookie);
        String query = Objects.requireNonNullElse(visit.request().getQueryString(), "");
        response.addHeader(HttpHeaders.SET_COOKIE, Cookies.clear(cookie));
        Arrival arrival = provider.arrive(hub, back(visit), kept, query);
        visit.session().person().ifPresent(person -> sessions.end(person.session()));
        visit.session().hold(sessions.begin(arrival.account(), hub));
        return ConsolePages.elsewhere(GoingOn.checked(hub, arrival.continuation()));
    }

    /** What the provider knows it by. */
    private String back(ConsoleVisit visit) {
        return publicUrl.value() + ConsolePath.of(visit.hub().hub()) + RETURN;
    }
}
